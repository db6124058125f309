/** What a script sees: {@code docker} and the objects it hands out. */
@NullMarked
package dev.gantry.dsl;

import org.jspecify.annotations.NullMarked;
