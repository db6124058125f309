package dev.gantry.transport.pem;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What this side shows: a certificate with those that vouch for it, and its key.
 *
 * @param chain its own certificate first
 */
public record Identity(List<X509Certificate> chain, PrivateKey key) {

  /**
   * Reads both files.
   *
   * @throws PemException one of them is not what it should be
   */
  public static Identity read(Path certificate, Path key) {
    List<X509Certificate> chain = certificates(certificate, "the client certificate");
    return new Identity(chain, PrivateKeys.read(key, chain.get(0).getPublicKey().getAlgorithm()));
  }

  /**
   * Reads all certificates of a file.
   *
   * @param what whose they are, for messages
   * @throws PemException there are none, or one is damaged
   */
  public static List<X509Certificate> certificates(Path path, String what) {
    return new PemFile(path, what).certificates();
  }
}
