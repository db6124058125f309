package dev.gantry.transport.pem;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/** Private keys out of PEM files. */
final class PrivateKeys {
  private PrivateKeys() {}

  /** The key of this kind. */
  static PrivateKey read(Path path, String algorithm) {
    for (PemBlock block : new PemFile(path, "the private key").blocks()) {
      if (block.label().equals("PRIVATE KEY")) {
        return decode(path, algorithm, block.bytes());
      }
    }
    throw new PemException(
        "the private key '" + path + "' holds no key",
        "It must have a line '-----BEGIN PRIVATE KEY-----'.",
        null);
  }

  private static PrivateKey decode(Path path, String algorithm, byte[] content) {
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content));
    } catch (GeneralSecurityException e) {
      throw new PemException("the private key '" + path + "' is damaged or of another kind", "", e);
    }
  }
}
