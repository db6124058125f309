package dev.gantry.transport;

import dev.gantry.UsageException;
import dev.gantry.transport.pem.KeyOwner;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens connections to one daemon. */
public interface Transport extends AutoCloseable {

  /**
   * Opens a new connection, which the caller closes.
   *
   * @param connectTimeout how long to try; {@link Duration#ZERO} as long as the system does
   * @throws ConnectionException the daemon is not reached; the message says why and what to do
   */
  Socket dial(Duration connectTimeout);

  /** Where {@link #dial} leads. */
  DockerHost host();

  /** How many connections are cheap. Whose call is short had better wait for one of those. */
  default int width() {
    return Integer.MAX_VALUE;
  }

  /** Ends what {@link #dial} shares between connections; they break. May be dialled again. */
  @Override
  default void close() {}

  /**
   * The way to a daemon, without TLS unless the address is {@code https://}.
   *
   * @throws UsageException there is no way for this scheme
   */
  static Transport to(DockerHost host) {
    return to(host, null);
  }

  /** The same as {@link #to(DockerHost, TlsSettings, KeyOwner)}, with nobody to ask. */
  static Transport to(DockerHost host, @Nullable TlsSettings tls) {
    return to(host, tls, KeyOwner.NOBODY);
  }

  /**
   * The way to a daemon. Nothing is opened and no file is read yet.
   *
   * @param tls how {@code tcp://} and {@code https://} are made safe; null means plain for {@code
   *     tcp://} and {@link TlsSettings#SYSTEM} for {@code https://}. Means nothing to a unix socket
   * @param owner is asked for the pass phrase of an encrypted key, by the first connection
   * @throws UsageException there is no way for this scheme, or {@code http://}, which is plain, is
   *     to be reached by TLS
   */
  static Transport to(DockerHost host, @Nullable TlsSettings tls, KeyOwner owner) {
    return switch (host.scheme()) {
      case UNIX -> new UnixTransport(host);
      case TCP -> tls == null ? new TcpTransport(host) : new TlsTransport(host, tls, owner);
      case HTTP -> plainHttp(host, tls);
      case HTTPS -> new TlsTransport(host, tls == null ? TlsSettings.SYSTEM : tls, owner);
      case SSH -> overSsh(host, SshSettings.ofThisProcess());
      case NPIPE ->
          throw new UsageException(
              "Cannot connect to "
                  + host
                  + ": this version of Gantry reaches daemons over "
                  + "unix://, tcp://, https:// and ssh:// only; "
                  + host.scheme().prefix()
                  + " is not built yet");
    };
  }

  /**
   * The way to a daemon through ssh. Nothing is started yet.
   *
   * @param host an {@code ssh://} host
   * @param settings what ssh is run with
   */
  static Transport overSsh(DockerHost host, SshSettings settings) {
    return new SshTransport(host, settings);
  }

  private static Transport plainHttp(DockerHost host, @Nullable TlsSettings tls) {
    if (tls != null) {
      throw new UsageException(
          "TLS is asked for, and " + host + " is plain HTTP: write https:// or tcp:// instead");
    }
    return new TcpTransport(host);
  }
}
