package dev.gantry.transport.pem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The old encryption of PEM: {@code Proc-Type: 4,ENCRYPTED} (RFC 1421, section 4.6), with the key
 * that OpenSSL derives from the pass phrase (EVP_BytesToKey with MD5, one round).
 */
final class EncryptedPem {
  private static final Pattern INFO = Pattern.compile("DEK-Info: *([A-Z0-9-]+),([0-9A-Fa-f]+)");

  /** Ciphers as OpenSSL names them, with the length of the key in bytes. */
  private static final Map<String, Integer> KEY_LENGTHS =
      Map.of(
          "AES-128-CBC", 16,
          "AES-192-CBC", 24,
          "AES-256-CBC", 32,
          "DES-EDE3-CBC", 24,
          "DES-CBC", 8);

  private static final int SALT = 8;

  private EncryptedPem() {}

  static byte[] decrypt(PemBlock block, Supplier<char[]> passPhrase) throws IOException {
    Matcher info = INFO.matcher(block.headers());
    Integer length = info.find() ? KEY_LENGTHS.get(info.group(1)) : null;
    if (length == null) {
      throw new KeyBlock.Unusable(
          "is encrypted in a way that is not supported",
          "Convert it with 'openssl pkcs8 -topk8 -v2 aes-256-cbc'.",
          null);
    }
    byte[] iv = HexFormat.of().parseHex(info.group(2));
    byte[] key = derive(passPhrase.get(), Arrays.copyOf(iv, SALT), length);
    return decrypt(info.group(1), key, iv, block.bytes());
  }

  private static byte[] decrypt(String name, byte[] key, byte[] iv, byte[] content)
      throws IOException {
    String family = name.startsWith("AES") ? "AES" : name.startsWith("DES-EDE3") ? "DESede" : "DES";
    try {
      Cipher cipher = Cipher.getInstance(family + "/CBC/PKCS5Padding");
      cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, family), new IvParameterSpec(iv));
      return cipher.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw KeyBlock.wrongPassPhrase(e);
    }
  }

  private static byte[] derive(char[] passPhrase, byte[] salt, int length) {
    ByteBuffer phrase = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passPhrase));
    byte[] key = {};
    byte[] last = {};
    while (key.length < length) {
      MessageDigest md5 = md5();
      md5.update(last);
      md5.update(phrase.duplicate());
      last = md5.digest(salt);
      int old = key.length;
      key = Arrays.copyOf(key, old + last.length);
      System.arraycopy(last, 0, key, old, last.length);
    }
    return Arrays.copyOf(key, length);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
