/** How values, errors and the rest appear on a screen. */
@NullMarked
package dev.gantry.shell.printing;

import org.jspecify.annotations.NullMarked;
