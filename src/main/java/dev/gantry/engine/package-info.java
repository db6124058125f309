/**
 * The Docker Engine API, one to one: the catalogue of its operations, the version that is spoken,
 * one method that calls any operation, streams and errors. Knows nothing of Groovy, nor of the
 * objects a script sees.
 */
@NullMarked
package dev.gantry.engine;

import org.jspecify.annotations.NullMarked;
