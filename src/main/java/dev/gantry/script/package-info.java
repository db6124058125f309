/** Compiles and runs Groovy: files, one-liners, standard input. */
@NullMarked
package dev.gantry.script;

import org.jspecify.annotations.NullMarked;
