/**
 * Which engine is meant and how it is reached: the command line, the environment, the configuration
 * file and the contexts of the Docker CLI, in its order.
 */
@NullMarked
package dev.gantry.cli.reach;

import org.jspecify.annotations.NullMarked;
