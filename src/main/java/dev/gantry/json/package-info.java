/**
 * Plain values (Map, List, String, Number, Boolean, null): read, write, stream, look at. The only
 * package that imports Jackson; it knows no Docker, no Groovy and no terminal.
 */
@NullMarked
package dev.gantry.json;

import org.jspecify.annotations.NullMarked;
