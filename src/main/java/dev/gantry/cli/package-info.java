/** The command: options, exit statuses, the process around it. */
@NullMarked
package dev.gantry.cli;

import org.jspecify.annotations.NullMarked;
