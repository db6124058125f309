/**
 * Engines for tests. Real ones: {@link dev.gantry.testing.OnEngines} gives a test one of each kind.
 * Scripted ones ({@link dev.gantry.testing.ScriptedEngine}) for what no real one can be made to do.
 * Knows how engines are started and shared; knows nothing of what the tests are about.
 */
@NullMarked
package dev.gantry.testing;

import org.jspecify.annotations.NullMarked;
