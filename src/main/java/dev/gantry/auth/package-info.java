/**
 * The Docker CLI's configuration file, and what it says about getting into registries. Knows no
 * engine and no network.
 */
@NullMarked
package dev.gantry.auth;

import org.jspecify.annotations.NullMarked;
