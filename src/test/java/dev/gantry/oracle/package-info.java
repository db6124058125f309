/**
 * Everyday commands of the Docker CLI beside what is written in Gantry for them: both are done on
 * the same engine, and what came of it is compared. Knows nothing of how Gantry does it.
 */
@NullMarked
package dev.gantry.oracle;

import org.jspecify.annotations.NullMarked;
