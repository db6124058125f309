/**
 * Finds out why an engine is not reached, or not well, and says what to do. Nothing is changed:
 * files are looked at, and the engine is asked by GET only.
 */
@NullMarked
package dev.gantry.cli.doctor;

import org.jspecify.annotations.NullMarked;
