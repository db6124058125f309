/** The commands that start with a slash. */
@NullMarked
package dev.gantry.shell.commands;

import org.jspecify.annotations.NullMarked;
