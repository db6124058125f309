package dev.gantry.transport.pem;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the private key of a certificate: PKCS#8 (RFC 5958), PKCS#1 (RFC 8017) and SEC 1 (RFC
 * 5915), encrypted or not.
 */
final class PrivateKeys {
  private final Path path;
  private final PemFile file;
  private final KeyOwner owner;

  PrivateKeys(Path path, KeyOwner owner) {
    this.path = path;
    this.file = new PemFile(path, "the private key");
    this.owner = owner;
  }

  /**
   * The first key that fits.
   *
   * @param certificate which certificate's, for messages
   */
  PrivateKey of(PublicKey publicKey, Path certificate) {
    List<PemBlock> keys = keys();
    @Nullable PemException last = null;
    for (PemBlock block : keys) {
      try {
        PrivateKey key = new KeyBlock(block, publicKey).decode(this::passPhrase);
        if (KeyPairs.match(publicKey, key)) {
          warnIfOpen();
          return key;
        }
      } catch (KeyBlock.Unusable e) {
        last = file.wrong(String.valueOf(e.getMessage()), e.hint(), e);
      }
    }
    throw last != null && keys.size() == 1 ? last : doesNotBelong(certificate);
  }

  private List<PemBlock> keys() {
    List<PemBlock> blocks = file.blocks();
    List<PemBlock> keys =
        blocks.stream().filter(block -> block.label().endsWith("PRIVATE KEY")).toList();
    if (keys.isEmpty()) {
      throw file.wrong(
          "holds no private key, but a " + blocks.get(0).label(),
          "It must have a line that ends with 'PRIVATE KEY-----'. Are two files mixed up?",
          null);
    }
    return keys;
  }

  private PemException doesNotBelong(Path certificate) {
    return file.wrong(
        "does not belong to the certificate '" + certificate + "'",
        "Take the two files that were made together.",
        null);
  }

  private char[] passPhrase() {
    char[] answer = owner.passPhrase("Pass phrase for the private key '" + path + "': ");
    if (answer == null) {
      throw file.wrong(
          "is encrypted, and there is no terminal to ask for its pass phrase",
          "Run it on a terminal, or use a copy without one: 'openssl pkey -in key.pem -out"
              + " plain.pem', readable by you alone.",
          null);
    }
    return answer;
  }

  private void warnIfOpen() {
    if (FilePermissions.isOpenToAll(path)) {
      owner.warn(
          "the private key '"
              + path
              + "' may be read by everybody on this machine; 'chmod 600' keeps it yours");
    }
  }
}
