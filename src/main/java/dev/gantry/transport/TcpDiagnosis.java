package dev.gantry.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

/** Says why a daemon was not reached over TCP. */
final class TcpDiagnosis {
  private TcpDiagnosis() {}

  static ConnectionException nameNotFound(DockerHost host, UnknownHostException failure) {
    return exception(
        host,
        "the name '" + host.host() + "' is not found",
        "Check its spelling and the name server of this machine.",
        failure);
  }

  static ConnectionException explain(DockerHost host, Duration timeout, IOException failure) {
    if (failure instanceof SocketTimeoutException) {
      return exception(
          host,
          "no answer within " + timeout.toMillis() + " ms",
          "Check address and port; a firewall may swallow the packets.",
          failure);
    }
    if (failure instanceof ConnectException) {
      return exception(
          host,
          "connection refused",
          "Is the daemon running, and does it listen on this address and port? Many daemons only"
              + " listen on unix:///var/run/docker.sock.",
          failure);
    }
    return exception(host, String.valueOf(failure.getMessage()), "", failure);
  }

  private static ConnectionException exception(
      DockerHost host, String wrong, String hint, IOException cause) {
    return new ConnectionException("Cannot connect to " + host + ": " + wrong, hint, cause);
  }
}
