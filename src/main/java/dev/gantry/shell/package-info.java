/**
 * The interactive shell: reading, running and printing, each apart from the others. The only
 * package that knows JLine.
 */
@NullMarked
package dev.gantry.shell;

import org.jspecify.annotations.NullMarked;
