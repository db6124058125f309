/** Compiles and runs Groovy: files, one-liners, the lines of a session. Knows no terminal. */
@NullMarked
package dev.gantry.script;

import org.jspecify.annotations.NullMarked;
