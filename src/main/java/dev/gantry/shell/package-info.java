/** The interactive shell: reading, completing, highlighting, printing. */
@NullMarked
package dev.gantry.shell;

import org.jspecify.annotations.NullMarked;
