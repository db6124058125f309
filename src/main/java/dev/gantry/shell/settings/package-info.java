/** What a person may choose about the shell. */
@NullMarked
package dev.gantry.shell.settings;

import org.jspecify.annotations.NullMarked;
