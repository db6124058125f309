/** Entries that run: waiting for them, stopping them. */
@NullMarked
package dev.gantry.shell.running;

import org.jspecify.annotations.NullMarked;
