package dev.gantry.transport;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import dev.gantry.transport.DockerHost.Endpoint;
import dev.gantry.transport.DockerHost.Scheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Docker host as the Docker CLI does (docker/cli v28.5.2, opts/hosts.go): what is left out
 * of {@code tcp://} and {@code unix://} is filled in, and a text without a scheme is a TCP address.
 * But it refuses what the CLI silently drops (user and query) or turns into something that nobody
 * means (a path without a scheme).
 */
final class DockerHostParser {
  private static final String USUAL_SOCKET = "/var/run/docker.sock";

  /**
   * {@code sun_path} holds 108 bytes: a path and a closing NUL, or an abstract name, the first byte
   * of which stands here as {@code @} (unix(7)).
   */
  private static final int MAX_ABSTRACT = 108;

  private static final int MAX_SOCKET_PATH = MAX_ABSTRACT - 1;

  private static final int MAX_PORT = 65_535;

  private static final List<String> SCHEMES = List.of("unix", "tcp", "http", "https", "ssh");

  /** Login, then a name or a bracketed address, then a port; each but the name may be missing. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:([^@]*)@)?(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::(.*))?");

  private final String text;

  private DockerHostParser(String text) {
    this.text = text;
  }

  static DockerHost parse(String text) {
    return new DockerHostParser(text.strip()).parse();
  }

  private DockerHost parse() {
    if (text.isEmpty()) {
      throw new UsageException(
          "The Docker host is empty; write for example unix:///var/run/docker.sock");
    }
    int end = text.indexOf("://");
    if (end < 0) {
      return withoutScheme();
    }
    Scheme scheme = scheme(text.substring(0, end));
    String rest = text.substring(end + "://".length());
    return scheme == Scheme.UNIX ? unix(rest) : remote(scheme, rest);
  }

  /** A file, or a scheme with a slash too few: as a TCP address neither is what was meant. */
  private DockerHost withoutScheme() {
    if (text.matches("[/.~].*")) {
      throw wrong("it has no scheme; did you mean 'unix://" + shown() + "'?");
    }
    if (text.matches("(?i)(unix|tcp|https?|ssh):/.*")) {
      throw wrong("after the scheme come ':' and two slashes");
    }
    return remote(Scheme.TCP, text);
  }

  private Scheme scheme(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    if (known.equals("npipe")) {
      throw wrong(
          "named pipes of Windows are not supported; let the daemon listen on tcp://127.0.0.1:2375"
              + " and use that");
    }
    if (known.equals("fd")) {
      throw wrong(
          "sockets that systemd hands over are for the daemon; its clients use the socket itself,"
              + " mostly unix:///var/run/docker.sock");
    }
    if (!SCHEMES.contains(known)) {
      throw wrong(
          "unknown scheme '"
              + name
              + "'"
              + DidYouMean.hint(name, SCHEMES)
              + " (known: "
              + String.join(", ", SCHEMES)
              + ")");
    }
    return Scheme.valueOf(known.toUpperCase(Locale.ROOT));
  }

  private DockerHost unix(String given) {
    String path = given.isEmpty() ? USUAL_SOCKET : given;
    int most = path.startsWith("@") ? MAX_ABSTRACT : MAX_SOCKET_PATH;
    int length = path.getBytes(StandardCharsets.UTF_8).length;
    if (length > most) {
      throw wrong(
          "the path of a unix socket has at most "
              + most
              + " bytes, and this one has "
              + length
              + "; use a shorter one, such as a symbolic link to its folder");
    }
    return new DockerHost(Scheme.UNIX, "", Endpoint.NONE, path);
  }

  private DockerHost remote(Scheme scheme, String rest) {
    if (rest.contains("?") || rest.contains("#")) {
      throw wrong("it takes no query ('?') and no fragment ('#')");
    }
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches() || parts.group(2).contains("@")) {
      throw wrong("what should be host and port is neither");
    }
    String user = user(scheme, parts.group(1));
    Endpoint endpoint = endpoint(scheme, parts);
    return new DockerHost(scheme, user, endpoint, slash < 0 ? "" : path(rest.substring(slash)));
  }

  private String user(Scheme scheme, @Nullable String user) {
    if (user == null) {
      return "";
    }
    if (scheme != Scheme.SSH) {
      throw wrong("a user is only possible with ssh://");
    }
    if (user.contains(":")) {
      throw wrong("passwords do not belong here; use a key or an ssh agent");
    }
    if (user.isEmpty()) {
      throw wrong("the user before '@' is missing");
    }
    return user;
  }

  private Endpoint endpoint(Scheme scheme, Matcher parts) {
    String port = parts.group(3);
    if (port != null && port.contains(":")) {
      throw wrong("an IPv6 address stands in brackets, as in tcp://[::1]:2375");
    }
    String host = parts.group(2).replaceAll("[\\[\\]]", "").replaceFirst("%25", "%");
    if (host.isEmpty() && scheme != Scheme.TCP) {
      throw wrong("the host is missing, as in " + scheme.prefix() + "127.0.0.1");
    }
    if (!host.matches("[^\\s\\p{Cntrl}]*") || host.startsWith("-")) {
      throw wrong("'" + host + "' is no host name");
    }
    return new Endpoint(host.isEmpty() ? "localhost" : host, port(scheme, port));
  }

  private int port(Scheme scheme, @Nullable String port) {
    if (port == null || port.isEmpty()) {
      return scheme.defaultPort();
    }
    if (!port.matches("\\d+")) {
      throw wrong("'" + port + "' is no port number");
    }
    int number = port.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(port);
    if (number < 1 || number > MAX_PORT) {
      throw wrong("port " + port + " is not between 1 and " + MAX_PORT);
    }
    return number;
  }

  private static String path(String path) {
    return path.endsWith("/") ? path(path.substring(0, path.length() - 1)) : path;
  }

  private UsageException wrong(String why) {
    return new UsageException("'" + shown() + "' is no Docker host: " + why);
  }

  /** The text without what may be a password. */
  private String shown() {
    return text.replaceFirst("(^|//)[^/]*@", "$1***@");
  }
}
