/**
 * Real engines for tests: {@link dev.gantry.testing.OnEngines} gives a test one of each kind. Knows
 * how engines are started and shared; knows nothing of what the tests are about.
 */
@NullMarked
package dev.gantry.testing;

import org.jspecify.annotations.NullMarked;
