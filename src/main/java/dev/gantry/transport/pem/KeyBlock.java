package dev.gantry.transport.pem;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One private key of a PEM file. Java reads PKCS#8 alone: the older forms are put into its frame.
 *
 * @param publicKey that of the certificate, for what an older form may leave out
 */
record KeyBlock(PemBlock block, PublicKey publicKey) {
  private static final byte[] VERSION_1 = {DerReader.INTEGER, 1, 0};
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final byte[] RSA_ID = {
    0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
  };
  private static final byte[] EC_OID = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  /** What Java calls the kinds of keys (RFC 8017, 5480 and 8410). */
  private static final Map<String, String> KINDS =
      Map.of(
          RSA,
          "RSA",
          "1.2.840.113549.1.1.10",
          "RSASSA-PSS",
          "1.2.840.10045.2.1",
          "EC",
          "1.3.101.112",
          "Ed25519",
          "1.3.101.113",
          "Ed448");

  /** The block holds no key that can be used; the message goes on after the name of its file. */
  static final class Unusable extends IOException {
    private final String hint;

    Unusable(String failure, String hint, @Nullable Throwable cause) {
      super(failure, cause);
      this.hint = hint;
    }

    String hint() {
      return hint;
    }
  }

  /**
   * Makes a key of it.
   *
   * @param passPhrase is asked when it is encrypted
   */
  PrivateKey decode(Supplier<char[]> passPhrase) throws Unusable {
    try {
      if (block.label().equals("ENCRYPTED PRIVATE KEY")) {
        return decrypted(EncryptedPkcs8.decrypt(block.bytes(), passPhrase), "PRIVATE KEY");
      }
      if (block.headers().contains("ENCRYPTED")) {
        return decrypted(EncryptedPem.decrypt(block, passPhrase), block.label());
      }
      return plain(block.label(), block.bytes());
    } catch (Unusable e) {
      throw e;
    } catch (IOException e) {
      throw new Unusable("is damaged: " + e.getMessage(), "", e);
    }
  }

  /** One wrong pass phrase of 256 passes for right until what comes out is looked at. */
  private PrivateKey decrypted(byte[] content, String label) throws IOException {
    try {
      new DerReader(content).enter(DerReader.SEQUENCE).readInteger();
    } catch (IOException e) {
      throw wrongPassPhrase(e);
    }
    return plain(label, content);
  }

  static Unusable wrongPassPhrase(Throwable cause) {
    return new Unusable("was not decrypted: the pass phrase is wrong", "", cause);
  }

  private PrivateKey plain(String label, byte[] content) throws IOException {
    return switch (label) {
      case "PRIVATE KEY" -> pkcs8(content);
      case "RSA PRIVATE KEY" -> key("RSA", RSA_ID, content);
      case "EC PRIVATE KEY" -> key("EC", curve(content), content);
      default ->
          throw new Unusable(
              "is of a kind that TLS has no use for: " + label,
              label.startsWith("OPENSSH")
                  ? "Keys of ssh are for ssh:// addresses; TLS needs the one that belongs to its"
                      + " certificate."
                  : "",
              null);
    };
  }

  /** Taken apart and put together again: Java refuses what may follow, such as attributes. */
  private static PrivateKey pkcs8(byte[] content) throws IOException {
    DerReader key = new DerReader(content).enter(DerReader.SEQUENCE);
    key.readInteger();
    byte[] kind = key.read(DerReader.SEQUENCE);
    byte[] inner = key.read(DerReader.OCTETS);
    String oid = new DerReader(kind).readOid();
    String name = KINDS.get(oid);
    if (name == null) {
      throw new Unusable("is of a kind that is not supported (" + oid + ")", "", null);
    }
    return key(name, DerWriter.sequence(kind), inner);
  }

  /** The kind of key with its curve, which the key names, or else its certificate. */
  private byte[] curve(byte[] content) throws IOException {
    DerReader key = new DerReader(content).enter(DerReader.SEQUENCE);
    key.readInteger();
    key.read(DerReader.OCTETS);
    if (key.has(DerReader.CONTEXT_0)) {
      return DerWriter.sequence(EC_OID, key.read(DerReader.CONTEXT_0));
    }
    DerReader ofCertificate = new DerReader(publicKey.getEncoded()).enter(DerReader.SEQUENCE);
    return DerWriter.sequence(ofCertificate.read(DerReader.SEQUENCE));
  }

  private static PrivateKey key(String name, byte[] kind, byte[] inner) throws IOException {
    byte[] framed = DerWriter.sequence(VERSION_1, kind, DerWriter.value(DerReader.OCTETS, inner));
    try {
      return KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(framed));
    } catch (GeneralSecurityException e) {
      throw new Unusable(
          "is damaged, or of a kind that this Java does not know (" + name + ")", "", e);
    }
  }
}
