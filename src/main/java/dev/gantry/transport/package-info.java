/** Bytes to and from a daemon, over a unix socket, TCP or TLS. Knows no HTTP. */
@NullMarked
package dev.gantry.transport;

import org.jspecify.annotations.NullMarked;
