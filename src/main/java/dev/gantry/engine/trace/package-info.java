/** Requests as a person can read and repeat them, with their secrets blacked out. */
@NullMarked
package dev.gantry.engine.trace;

import org.jspecify.annotations.NullMarked;
