package dev.gantry.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A certificate that a test made, and its key. */
public record CertifiedKey(X509Certificate certificate, PrivateKey key) {
  private static final char[] NONE = {};

  /** The certificate as a PEM file has it. */
  public String certificatePem() {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The key as a PEM file has it, in PKCS#8. */
  public String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** Any bytes as a block of a PEM file. */
  public static String pem(String label, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            label,
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content),
            label);
  }

  /**
   * TLS for a server that shows this certificate.
   *
   * @param clientAuthority who signs the certificates of its clients; null when it trusts nobody
   */
  public SSLContext server(@Nullable CertifiedKey clientAuthority) {
    try {
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store(key, certificate), NONE);
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(
          store(null, clientAuthority == null ? certificate : clientAuthority.certificate()));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyStore store(@Nullable Key key, X509Certificate certificate)
      throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      if (key == null) {
        store.setCertificateEntry("ca", certificate);
      } else {
        store.setKeyEntry("own", key, NONE, new Certificate[] {certificate});
      }
      return store;
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
