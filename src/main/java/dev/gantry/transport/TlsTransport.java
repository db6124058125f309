package dev.gantry.transport;

import dev.gantry.transport.pem.PemException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Connections over TLS 1.2 or 1.3. */
final class TlsTransport implements Transport {
  private final DockerHost host;
  private final TlsSettings settings;

  TlsTransport(DockerHost host, TlsSettings settings) {
    this.host = host;
    this.settings = settings;
  }

  @Override
  public DockerHost host() {
    return host;
  }

  /** The time-out covers the handshake as well. */
  @Override
  public Socket dial(Duration connectTimeout) {
    SSLContext context = context();
    Socket plain = new TcpTransport(host).dial(connectTimeout);
    try {
      return handshake(context, plain, connectTimeout);
    } catch (IOException e) {
      close(plain);
      throw TcpDiagnosis.explain(host, connectTimeout, e);
    }
  }

  private SSLContext context() {
    try {
      return TlsContext.of(settings);
    } catch (PemException e) {
      throw new ConnectionException(
          "Cannot connect to " + host + ": " + e.getMessage(), e.hint(), e);
    }
  }

  private Socket handshake(SSLContext context, Socket plain, Duration timeout) throws IOException {
    SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(plain, serverName(), host.port(), true);
    socket.setSSLParameters(parameters(socket.getSSLParameters()));
    socket.setSoTimeout(Millis.of(timeout));
    socket.startHandshake();
    socket.setSoTimeout(0);
    return socket;
  }

  private SSLParameters parameters(SSLParameters parameters) {
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    if (settings.verify()) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    return parameters;
  }

  private String serverName() {
    return settings.serverName() == null ? host.host() : settings.serverName();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }
}
