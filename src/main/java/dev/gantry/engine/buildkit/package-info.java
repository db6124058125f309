/**
 * What BuildKit says while it builds: its messages, and the steps that they are about. Knows the
 * few of its messages that arrive without a session.
 */
@NullMarked
package dev.gantry.engine.buildkit;

import org.jspecify.annotations.NullMarked;
