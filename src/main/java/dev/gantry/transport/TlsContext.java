package dev.gantry.transport;

import dev.gantry.transport.pem.Identity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes of the settings what Java's TLS wants. */
record TlsContext(SSLContext java, ClientKey key) {

  /**
   * Reads the files.
   *
   * @throws dev.gantry.transport.pem.PemException one of them is not what it should be
   */
  static TlsContext of(DockerHost host, TlsSettings settings) {
    ClientKey key = new ClientKey(identity(settings));
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {key}, new TrustManager[] {trust(host, settings)}, null);
      return new TlsContext(context, key);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static @Nullable Identity identity(TlsSettings settings) {
    return settings.certificate() == null || settings.key() == null
        ? null
        : Identity.read(settings.certificate(), settings.key());
  }

  private static TrustManager trust(DockerHost host, TlsSettings settings)
      throws GeneralSecurityException, IOException {
    if (!settings.verify()) {
      return new TrustAll();
    }
    Path ca = settings.ca();
    KeyStore store = ca == null ? null : storeOf(Identity.certificates(ca, "the CA certificate"));
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return new ServerTrust((X509TrustManager) factory.getTrustManagers()[0], host, settings);
  }

  private static KeyStore storeOf(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("ca" + i, authorities.get(i));
    }
    return store;
  }
}
