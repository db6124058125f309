package dev.gantry.transport;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a daemon is reached over TLS. Nothing is read before the first connection.
 *
 * @param ca the authorities that may vouch for the daemon, in PEM; only those then. Null leaves it
 *     to those that this system trusts, or this Java where the system keeps none
 * @param certificate what this side shows to the daemon, in PEM, its own certificate first; null
 *     when it shows none
 * @param key the private key that belongs to the certificate, in PEM; null with it
 * @param verify whether the daemon has to prove who it is. If not, all is encrypted, but nobody
 *     knows for whom
 * @param serverName the name to ask for, and to find in the daemon's certificate; null means the
 *     name in the address
 */
public record TlsSettings(
    @Nullable Path ca,
    @Nullable Path certificate,
    @Nullable Path key,
    boolean verify,
    @Nullable String serverName) {

  /** Those of {@code https://}: the authorities of the system, no client certificate. */
  public static final TlsSettings SYSTEM = new TlsSettings(null, null, null, true, null);
}
