/**
 * Makes an engine reachable by the network for those who have a certificate, and for nobody else.
 */
@NullMarked
package dev.gantry.cli.secure;

import org.jspecify.annotations.NullMarked;
