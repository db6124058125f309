package dev.gantry.transport;

import dev.gantry.transport.pem.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes of the files what Java's TLS wants. */
final class TlsContext {
  private static final char[] IN_MEMORY = {};

  private TlsContext() {}

  static SSLContext of(TlsSettings settings) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keyManagers(settings), trustManagers(settings), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyManager @Nullable [] keyManagers(TlsSettings settings)
      throws GeneralSecurityException, IOException {
    if (settings.certificate() == null || settings.key() == null) {
      return null;
    }
    Identity identity = Identity.read(settings.certificate(), settings.key());
    KeyStore store = emptyStore();
    store.setKeyEntry(
        "client", identity.key(), IN_MEMORY, identity.chain().toArray(X509Certificate[]::new));
    KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
    factory.init(store, IN_MEMORY);
    return factory.getKeyManagers();
  }

  private static TrustManager @Nullable [] trustManagers(TlsSettings settings)
      throws GeneralSecurityException, IOException {
    if (!settings.verify()) {
      return new TrustManager[] {new TrustAll()};
    }
    Path ca = settings.ca();
    return ca == null ? null : trusting(Identity.certificates(ca, "the CA certificate"));
  }

  private static TrustManager[] trusting(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = emptyStore();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("ca" + i, authorities.get(i));
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
