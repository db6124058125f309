package dev.gantry.transport;

import java.util.Locale;

/**
 * Where a daemon listens, as {@code --host} and {@code DOCKER_HOST} spell it.
 *
 * @param scheme how it is reached
 * @param user the login name of an {@code ssh://} host, otherwise empty
 * @param endpoint host and port, {@link Endpoint#NONE} for a unix socket
 * @param path the socket of a {@code unix://} (absolute, relative, or abstract after {@code @}) or
 *     {@code ssh://} host; for the others what stands before the path of every request, empty when
 *     nothing does
 */
public record DockerHost(Scheme scheme, String user, Endpoint endpoint, String path) {

  /** How a daemon is reached. */
  public enum Scheme {
    UNIX(-1),
    /** Port 2375 unless said otherwise, as in the Docker CLI. */
    TCP(2375),
    /** Not known to the Docker CLI; the default port is HTTP's own (RFC 9110, section 4.2.1). */
    HTTP(80),
    /** Not known to the Docker CLI; the default port is HTTP's own (RFC 9110, section 4.2.2). */
    HTTPS(443),
    /** Without a port the configuration of ssh decides. */
    SSH(-1),
    NPIPE(-1);

    private final int defaultPort;

    Scheme(int defaultPort) {
      this.defaultPort = defaultPort;
    }

    int defaultPort() {
      return defaultPort;
    }

    String prefix() {
      return name().toLowerCase(Locale.ROOT) + "://";
    }
  }

  /**
   * A name or address, and a port.
   *
   * @param host IPv6 addresses stand without brackets, a zone after {@code %}
   * @param port -1 when none was given and the scheme has no default
   */
  public record Endpoint(String host, int port) {
    public static final Endpoint NONE = new Endpoint("", -1);

    /** {@code host:port}, with IPv6 addresses in brackets. */
    @Override
    public String toString() {
      String name = host.contains(":") ? "[" + host + "]" : host;
      return port < 0 ? name : name + ":" + port;
    }
  }

  /**
   * Reads the URL form.
   *
   * @throws dev.gantry.UsageException the text names no daemon; the message says which part is
   *     wrong, and never repeats a password
   */
  public static DockerHost parse(String text) {
    return DockerHostParser.parse(text);
  }

  /** The default socket of a daemon that runs as root. */
  public static DockerHost ofDefaultSocket() {
    return parse("unix://");
  }

  /** Where the Docker CLI looks when TLS is asked for and no address is given. */
  public static DockerHost ofDefaultTls() {
    return parse("tcp://localhost:2376");
  }

  /** Name or address, without brackets; empty for a unix socket. */
  public String host() {
    return endpoint.host();
  }

  /** The port, or -1 when there is none. */
  public int port() {
    return endpoint.port();
  }

  /** What stands before the path of every request: {@code /prefix}, or nothing. */
  public String basePath() {
    return scheme == Scheme.UNIX || scheme == Scheme.SSH ? "" : path;
  }

  /**
   * Whether nothing sent there leaves this machine. Names other than localhost are not looked up.
   */
  public boolean isLoopback() {
    return scheme == Scheme.UNIX || Loopback.names(host());
  }

  /** The URL form, which {@link #parse} reads again. */
  @Override
  public String toString() {
    String login = user.isEmpty() ? "" : user + "@";
    return scheme.prefix() + login + endpoint + path;
  }
}
