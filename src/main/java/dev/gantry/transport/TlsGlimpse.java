package dev.gantry.transport;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What a daemon shows of itself in a TLS handshake, be it trusted or not. Nothing is sent to it.
 *
 * @param protocol such as {@code TLSv1.3}
 * @param certificate the daemon's own
 */
public record TlsGlimpse(String protocol, X509Certificate certificate) {

  /**
   * Looks at a daemon, without showing a certificate of this side's own.
   *
   * @param timeout for the connection and the handshake each
   * @throws ConnectionException it is not reached, or shows no certificate
   */
  public static TlsGlimpse of(DockerHost host, Duration timeout) {
    Witness witness = new Witness();
    try (Socket plain = new TcpTransport(host).dial(timeout)) {
      plain.setSoTimeout(Millis.of(timeout));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {witness}, null);
      SSLSocket tls =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, host.host(), host.port(), true);
      tls.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      tls.startHandshake();
    } catch (IOException e) {
      // Whoever wants a certificate of ours has shown its own by then.
      return witness.seen(host, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
    return witness.seen(host, null);
  }

  /** The names and addresses that the certificate is for; empty when there are none. */
  public String names() {
    try {
      return ServerNames.of(certificate).toString();
    } catch (CertificateParsingException e) {
      return "";
    }
  }

  /** Takes every certificate and remembers it. */
  private static final class Witness extends TrustAll {
    private volatile @Nullable TlsGlimpse glimpse;

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
      String protocol = ((SSLSocket) socket).getHandshakeSession().getProtocol();
      glimpse = new TlsGlimpse(protocol, chain[0]);
    }

    TlsGlimpse seen(DockerHost host, @Nullable IOException failure) {
      TlsGlimpse seen = glimpse;
      if (seen == null) {
        throw new ConnectionException(
            "Cannot connect to " + host + ": it shows no certificate", "", failure);
      }
      return seen;
    }
  }
}
