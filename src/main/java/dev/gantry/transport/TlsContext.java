package dev.gantry.transport;

import dev.gantry.transport.pem.Authorities;
import dev.gantry.transport.pem.Identity;
import dev.gantry.transport.pem.KeyOwner;
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
  static TlsContext of(DockerHost host, TlsSettings settings, KeyOwner owner) {
    ClientKey key = new ClientKey(identity(settings, owner));
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {key}, new TrustManager[] {trust(host, settings)}, null);
      return new TlsContext(context, key);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static @Nullable Identity identity(TlsSettings settings, KeyOwner owner) {
    return settings.certificate() == null || settings.key() == null
        ? null
        : Identity.read(settings.certificate(), settings.key(), owner);
  }

  private static TrustManager trust(DockerHost host, TlsSettings settings)
      throws GeneralSecurityException, IOException {
    if (!settings.verify()) {
      return new TrustAll();
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(authorities(settings.ca()));
    return new ServerTrust((X509TrustManager) factory.getTrustManagers()[0], host, settings);
  }

  /** Null stands for those of Java, where the system keeps none. */
  private static @Nullable KeyStore authorities(@Nullable Path ca)
      throws GeneralSecurityException, IOException {
    List<X509Certificate> all =
        ca == null ? Authorities.ofSystem().orElse(null) : Authorities.read(ca);
    return all == null ? null : storeOf(all);
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
