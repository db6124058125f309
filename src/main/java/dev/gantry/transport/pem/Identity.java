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
   * @param owner is asked for the pass phrase of an encrypted key, and told when others may read it
   * @throws PemException one of them is not what it should be, or the two do not belong together
   */
  public static Identity read(Path certificate, Path key, KeyOwner owner) {
    List<X509Certificate> chain = chain(certificate);
    return new Identity(
        chain, new PrivateKeys(key, owner).of(chain.get(0).getPublicKey(), certificate));
  }

  /**
   * Reads the certificate alone, with those that vouch for it.
   *
   * @throws PemException it is not what it should be
   */
  public static List<X509Certificate> chain(Path certificate) {
    return new PemFile(certificate, "the client certificate").certificates();
  }
}
