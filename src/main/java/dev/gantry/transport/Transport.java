package dev.gantry.transport;

import dev.gantry.UsageException;
import java.net.Socket;
import java.time.Duration;

/** Opens connections to one daemon. */
public interface Transport {

  /**
   * Opens a new connection, which the caller closes.
   *
   * @param connectTimeout how long to try; {@link Duration#ZERO} as long as the system does
   * @throws ConnectionException the daemon is not reached; the message says why and what to do
   */
  Socket dial(Duration connectTimeout);

  /** Where {@link #dial} leads. */
  DockerHost host();

  /**
   * The way to a daemon. Nothing is opened yet.
   *
   * @throws UsageException there is no way for this scheme
   */
  static Transport to(DockerHost host) {
    return switch (host.scheme()) {
      case UNIX -> new UnixTransport(host);
      case TCP, HTTP -> new TcpTransport(host);
      case HTTPS, SSH, NPIPE ->
          throw new UsageException(
              "Cannot connect to "
                  + host
                  + ": this version of Gantry reaches daemons over "
                  + "unix:// and plain tcp:// only; "
                  + host.scheme().prefix()
                  + " is not built yet");
    };
  }
}
