/**
 * Turns the named arguments of a call into the request that the Docker CLI would send for the same
 * flags. Knows no connection and no engine: plain values in, plain values out.
 *
 * <p><b>Adding an option</b> is one row in {@code run.tsv} (the table of {@code run} and {@code
 * create}): its name, aliases, kind of value, target in the body, the API versions that have it,
 * the CLI's flag and a one-line summary. Checking, version gates, help and completion follow from
 * the row. The kinds are listed in {@link dev.gantry.dsl.options.Kinds}; a new one is a function
 * and a sentence that says what it wants. A target is
 *
 * <ul>
 *   <li>{@code HostConfig.Memory}: the value goes there;
 *   <li>{@code ExposedPorts,HostConfig.PortBindings}: the kind makes a piece of the body, which
 *       fills these fields;
 *   <li>{@code *…}: several options make these fields together ({@link
 *       dev.gantry.dsl.options.Networking}, {@link dev.gantry.dsl.options.Streams});
 *   <li>{@code ?name}: a query parameter;
 *   <li>{@code -}: not sent; the caller acts on it.
 * </ul>
 *
 * <p>Another verb declares its options with a table of its own: {@link
 * dev.gantry.dsl.options.OptionTable#of}.
 *
 * <p>The words that an option may be, and what it is unless given, are for help and completion
 * alone: rows in {@code values.tsv} and {@code filters.tsv} ({@link
 * dev.gantry.dsl.options.ValueTable}).
 *
 * <p>The semantics are those of docker/cli v28.2.2 (e6534b4eb700), with the go-units and
 * go-connections that it vendors; {@code CliOracleTest} holds them against what a real CLI sends.
 */
@NullMarked
package dev.gantry.dsl.options;

import org.jspecify.annotations.NullMarked;
