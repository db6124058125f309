package dev.gantry.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Supplier;

/** Plain connections over TCP, never through a proxy. */
record TcpTransport(DockerHost host) implements Transport {

  /** Tries every address of the name in turn; the time-out is for all of them together. */
  @Override
  public Socket dial(Duration connectTimeout) {
    return connect(() -> new Socket(Proxy.NO_PROXY), connectTimeout);
  }

  /** The same, by sockets of another kind. */
  <S extends Socket> S connect(Supplier<S> sockets, Duration connectTimeout) {
    long start = System.nanoTime();
    IOException last = new UnknownHostException(host.host());
    for (InetAddress address : addresses()) {
      try {
        return connect(sockets.get(), address, remaining(connectTimeout, start));
      } catch (IOException e) {
        last = e;
      }
    }
    throw TcpDiagnosis.explain(host, connectTimeout, last);
  }

  private InetAddress[] addresses() {
    try {
      return InetAddress.getAllByName(host.host());
    } catch (UnknownHostException e) {
      throw TcpDiagnosis.nameNotFound(host, e);
    }
  }

  private <S extends Socket> S connect(S socket, InetAddress address, Duration timeout)
      throws IOException {
    try {
      socket.connect(new InetSocketAddress(address, host.port()), Millis.of(timeout));
      socket.setTcpNoDelay(true);
      socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static Duration remaining(Duration timeout, long start) throws SocketTimeoutException {
    if (timeout.isZero()) {
      return timeout;
    }
    Duration left = timeout.minusNanos(System.nanoTime() - start);
    if (left.isNegative() || left.isZero()) {
      throw new SocketTimeoutException("no time left");
    }
    return left;
  }
}
