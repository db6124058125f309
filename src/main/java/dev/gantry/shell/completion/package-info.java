/** Ways to go on from the caret. */
@NullMarked
package dev.gantry.shell.completion;

import org.jspecify.annotations.NullMarked;
