/** Calls that would change something are told of instead of sent, and answered with stand-ins. */
@NullMarked
package dev.gantry.engine.rehearsal;

import org.jspecify.annotations.NullMarked;
