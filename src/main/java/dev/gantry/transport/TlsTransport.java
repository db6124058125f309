package dev.gantry.transport;

import dev.gantry.transport.pem.KeyOwner;
import dev.gantry.transport.pem.PemException;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Connections over TLS 1.2 or 1.3. The files are read once, for the first connection. */
final class TlsTransport implements Transport {
  private final DockerHost host;
  private final TlsSettings settings;
  private final KeyOwner owner;
  private @Nullable TlsContext context;

  TlsTransport(DockerHost host, TlsSettings settings, KeyOwner owner) {
    this.host = host;
    this.settings = settings;
    this.owner = owner;
  }

  @Override
  public DockerHost host() {
    return host;
  }

  /** The time-out covers the handshake as well. */
  @Override
  public Socket dial(Duration connectTimeout) {
    long start = System.nanoTime();
    TlsContext ready = context();
    TlsCarrier carrier = new TcpTransport(host).connect(TlsCarrier::new, connectTimeout);
    TlsDiagnosis diagnosis =
        new TlsDiagnosis(host, carrier, new TlsAlerts(host, settings, ready.key()));
    try {
      carrier.deadline(connectTimeout.isZero() ? 0 : start + connectTimeout.toNanos() | 1);
      return handshake(ready, carrier, diagnosis);
    } catch (IOException e) {
      close(carrier);
      throw diagnosis.ofHandshake(e, connectTimeout);
    }
  }

  private synchronized TlsContext context() {
    if (context == null) {
      refuseHalfOfAPair();
      try {
        context = TlsContext.of(host, settings, owner);
      } catch (PemException e) {
        throw new ConnectionException(
            "Cannot connect to " + host + ": " + e.getMessage(), e.hint(), e);
      }
    }
    return context;
  }

  private void refuseHalfOfAPair() {
    Path certificate = settings.certificate();
    Path key = settings.key();
    if ((certificate == null) != (key == null)) {
      throw new ConnectionException(
          "Cannot connect to "
              + host
              + (key == null
                  ? ": the client certificate '" + certificate + "' is given without its key"
                  : ": the private key '" + key + "' is given without its certificate"),
          "Name both, with --tlscert and --tlskey.",
          null);
    }
  }

  private Socket handshake(TlsContext context, TlsCarrier carrier, TlsDiagnosis diagnosis)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context
                .java()
                .getSocketFactory()
                .createSocket(carrier, serverName(), host.port(), true);
    socket.setSSLParameters(parameters(socket.getSSLParameters()));
    socket.startHandshake();
    carrier.deadline(0);
    carrier.setSoTimeout(0);
    return new TlsSocket(socket, carrier, diagnosis);
  }

  private SSLParameters parameters(SSLParameters parameters) {
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setServerNames(sni(serverName()));
    return parameters;
  }

  /** By itself Java sends no name without a dot, such as localhost. */
  private static List<SNIServerName> sni(String name) {
    try {
      return ServerNames.isAddress(name) ? List.of() : List.of(new SNIHostName(name));
    } catch (IllegalArgumentException e) {
      // Names that the standard does not know, such as those with an underscore, go without.
      return List.of();
    }
  }

  private String serverName() {
    String name = settings.serverName() == null ? host.host() : settings.serverName();
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }
}
