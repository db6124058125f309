/** What every package may see: the base of our errors. */
@NullMarked
package dev.gantry;

import org.jspecify.annotations.NullMarked;
