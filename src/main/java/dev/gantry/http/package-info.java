/**
 * HTTP/1.1 over the connections of a {@link dev.gantry.transport.Transport}: HttpCore frames the
 * messages; the pool, the time-outs and the take-over of a connection are here. Knows no Docker.
 */
@NullMarked
package dev.gantry.http;

import org.jspecify.annotations.NullMarked;
