package dev.gantry.transport;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** Connections to a unix socket. */
record UnixTransport(DockerHost host) implements Transport {

  @Override
  public Socket dial(Duration connectTimeout) {
    try {
      AFUNIXSocket socket = AFUNIXSocket.newInstance();
      try {
        // junixsocket 2.11.1 does not apply the time-out of connect() when the queue of the daemon
        // is full, but the system does apply that of the socket.
        socket.setSoTimeout(Millis.of(connectTimeout));
        socket.connect(address(), Millis.of(connectTimeout));
        socket.setSoTimeout(0);
        return socket;
      } catch (IOException | RuntimeException e) {
        socket.close();
        throw e;
      }
    } catch (IOException e) {
      throw UnixDiagnosis.explain(host, connectTimeout, e);
    }
  }

  /** A leading {@code @} stands for the NUL of an abstract socket, as in Go (net, unixsock). */
  private AFUNIXSocketAddress address() throws IOException {
    String path = host.path();
    return path.startsWith("@")
        ? AFUNIXSocketAddress.inAbstractNamespace(path.substring(1))
        : AFUNIXSocketAddress.of(Path.of(path));
  }
}
