package dev.gantry.transport.pem;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Those that vouch for others. */
public final class Authorities {

  /** Where systems keep theirs, in the order of Go (go1.24, crypto/x509/root_linux.go). */
  private static final List<Path> OF_SYSTEM =
      List.of(
          Path.of("/etc/ssl/certs/ca-certificates.crt"),
          Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
          Path.of("/etc/ssl/ca-bundle.pem"),
          Path.of("/etc/pki/tls/cacert.pem"),
          Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
          Path.of("/etc/ssl/cert.pem"));

  private Authorities() {}

  /**
   * Reads all of a file.
   *
   * @throws PemException there are none
   */
  public static List<X509Certificate> read(Path path) {
    return new PemFile(path, "the CA certificate").authorities();
  }

  /** Those that the Docker CLI trusts on this machine; empty when it keeps them elsewhere. */
  public static Optional<List<X509Certificate>> ofSystem() {
    return OF_SYSTEM.stream().filter(Files::isReadable).findFirst().map(Authorities::read);
  }
}
