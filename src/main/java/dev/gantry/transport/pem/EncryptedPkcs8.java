package dev.gantry.transport.pem;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.spec.InvalidKeySpecException;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypted PKCS#8 (RFC 5958, section 3). PBES2 (RFC 8018) is read here, since Java 17 knows only
 * two of its ciphers; PBES1 and that of PKCS#12 by Java.
 */
final class EncryptedPkcs8 {
  private static final String PBES2 = "1.2.840.113549.1.5.13";
  private static final String PBKDF2 = "1.2.840.113549.1.5.12";
  private static final String HMAC_SHA1 = "1.2.840.113549.2.7";

  private static final Map<String, String> DIGESTS =
      Map.of(
          HMAC_SHA1,
          "SHA1",
          "1.2.840.113549.2.8",
          "SHA224",
          "1.2.840.113549.2.9",
          "SHA256",
          "1.2.840.113549.2.10",
          "SHA384",
          "1.2.840.113549.2.11",
          "SHA512");

  private static final Map<String, CipherKind> CIPHERS =
      Map.of(
          "2.16.840.1.101.3.4.1.2", new CipherKind("AES", 128),
          "2.16.840.1.101.3.4.1.22", new CipherKind("AES", 192),
          "2.16.840.1.101.3.4.1.42", new CipherKind("AES", 256),
          "1.2.840.113549.3.7", new CipherKind("DESede", 192));

  private static final String CONVERT = "Convert it with 'openssl pkcs8 -topk8 -v2 aes-256-cbc'.";

  private record CipherKind(String family, int bits) {}

  private EncryptedPkcs8() {}

  static byte[] decrypt(byte[] content, Supplier<char[]> passPhrase) throws IOException {
    DerReader all = new DerReader(content).enter(DerReader.SEQUENCE);
    DerReader way = all.enter(DerReader.SEQUENCE);
    byte[] encrypted = all.read(DerReader.OCTETS);
    if (!way.readOid().equals(PBES2)) {
      return byJava(content, passPhrase);
    }
    DerReader pbes2 = way.enter(DerReader.SEQUENCE);
    return pbes2(pbes2, encrypted, passPhrase);
  }

  private static byte[] pbes2(DerReader pbes2, byte[] encrypted, Supplier<char[]> passPhrase)
      throws IOException {
    DerReader derivation = pbes2.enter(DerReader.SEQUENCE);
    String function = derivation.readOid();
    DerReader encryption = pbes2.enter(DerReader.SEQUENCE);
    String cipherId = encryption.readOid();
    CipherKind kind = CIPHERS.get(cipherId);
    if (!function.equals(PBKDF2) || kind == null) {
      throw unknownWay(function.equals(PBKDF2) ? cipherId : function);
    }
    Derivation of = Derivation.read(derivation.enter(DerReader.SEQUENCE));
    IvParameterSpec iv = new IvParameterSpec(encryption.read(DerReader.OCTETS));
    return decrypt(kind, of.key(passPhrase.get(), kind), iv, encrypted);
  }

  private static byte[] decrypt(CipherKind kind, byte[] key, IvParameterSpec iv, byte[] encrypted)
      throws IOException {
    try {
      Cipher cipher = Cipher.getInstance(kind.family() + "/CBC/PKCS5Padding");
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, kind.family()), iv);
      return cipher.doFinal(encrypted);
    } catch (GeneralSecurityException e) {
      throw KeyBlock.wrongPassPhrase(e);
    }
  }

  /** PBKDF2 with its salt and rounds (RFC 8018, appendix A.2). */
  private record Derivation(String digest, PBEKeySpec settings) {

    static Derivation read(DerReader in) throws IOException {
      byte[] salt = in.read(DerReader.OCTETS);
      int rounds = in.readInteger();
      if (in.has(DerReader.INTEGER)) {
        in.readInteger();
      }
      String id = in.has(DerReader.SEQUENCE) ? in.enter(DerReader.SEQUENCE).readOid() : HMAC_SHA1;
      String digest = DIGESTS.get(id);
      if (digest == null || rounds <= 0 || salt.length == 0) {
        throw unknownWay(id);
      }
      return new Derivation(digest, new PBEKeySpec(new char[0], salt, rounds));
    }

    byte[] key(char[] passPhrase, CipherKind kind) throws IOException {
      try {
        SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmac" + digest);
        return factory
            .generateSecret(
                new PBEKeySpec(
                    passPhrase, settings.getSalt(), settings.getIterationCount(), kind.bits()))
            .getEncoded();
      } catch (GeneralSecurityException e) {
        throw unknownWay("PBKDF2 with " + digest);
      }
    }
  }

  private static byte[] byJava(byte[] content, Supplier<char[]> passPhrase) throws IOException {
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(content);
    SecretKeyFactory factory;
    Cipher cipher;
    try {
      factory = SecretKeyFactory.getInstance(info.getAlgName());
      cipher = Cipher.getInstance(info.getAlgName());
    } catch (GeneralSecurityException e) {
      throw unknownWay(info.getAlgName());
    }
    try {
      SecretKey key = factory.generateSecret(new PBEKeySpec(passPhrase.get()));
      cipher.init(Cipher.DECRYPT_MODE, key, info.getAlgParameters());
      return cipher.doFinal(info.getEncryptedData());
    } catch (InvalidKeySpecException e) {
      throw new KeyBlock.Unusable(
          "is encrypted in an old way, in which Java takes pass phrases of ASCII letters only",
          CONVERT,
          e);
    } catch (GeneralSecurityException e) {
      throw KeyBlock.wrongPassPhrase(e);
    }
  }

  private static KeyBlock.Unusable unknownWay(String way) {
    return new KeyBlock.Unusable(
        "is encrypted in a way that is not supported (" + way + ")", CONVERT, null);
  }
}
