/** Calls every operation of the catalogue on every engine, and compares what comes with it. */
@NullMarked
package dev.gantry.conformance;

import org.jspecify.annotations.NullMarked;
