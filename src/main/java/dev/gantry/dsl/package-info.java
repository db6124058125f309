/**
 * What a script sees: {@code docker} and the objects it hands out. Their names are the Docker CLI's
 * verbs; JSON keeps the daemon's spelling. Knows no terminal, reads no environment: what it needs
 * of the caller's surroundings is handed in.
 */
@NullMarked
package dev.gantry.dsl;

import org.jspecify.annotations.NullMarked;
