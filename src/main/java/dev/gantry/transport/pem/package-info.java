/** Certificates and private keys out of PEM files. */
@NullMarked
package dev.gantry.transport.pem;

import org.jspecify.annotations.NullMarked;
