/** Runs what the documentation shows: the examples and the snippets of the README. */
@NullMarked
package dev.gantry.documentation;

import org.jspecify.annotations.NullMarked;
