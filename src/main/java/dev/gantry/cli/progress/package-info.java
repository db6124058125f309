/** Shows how pulls, pushes, loads and builds come along: in place on a terminal, else as lines. */
@NullMarked
package dev.gantry.cli.progress;

import org.jspecify.annotations.NullMarked;
