/** What a person types: keys, entries, history. */
@NullMarked
package dev.gantry.shell.reading;

import org.jspecify.annotations.NullMarked;
