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
 * Reads a Docker host as the Docker CLI does (docker/cli opts/hosts.go at 16264a0), but refuses
 * what the CLI silently drops (user and query of {@code tcp://}) or guesses (a missing scheme).
 */
final class DockerHostParser {
  /** {@code sun_path} holds 108 bytes and a closing NUL (unix(7)). */
  private static final int MAX_SOCKET_PATH = 107;

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
      throw wrong("it has no scheme; did you mean '" + withScheme() + "'?");
    }
    Scheme scheme = scheme(text.substring(0, end));
    String rest = text.substring(end + "://".length());
    return scheme == Scheme.UNIX ? unix(rest) : remote(scheme, rest);
  }

  private String withScheme() {
    boolean looksLikeFile = text.startsWith("/") || text.startsWith(".");
    return (looksLikeFile ? Scheme.UNIX : Scheme.TCP).prefix() + shown();
  }

  private Scheme scheme(String name) {
    String known = name.toLowerCase(Locale.ROOT);
    if (known.equals("npipe")) {
      throw wrong(
          "named pipes of Windows are not supported; let the daemon listen on tcp://127.0.0.1:2375"
              + " and use that");
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

  private DockerHost unix(String path) {
    if (path.isEmpty()) {
      throw wrong("the path of the socket is missing, as in unix:///var/run/docker.sock");
    }
    int length = path.getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_SOCKET_PATH) {
      throw wrong(
          "the path of a unix socket has at most "
              + MAX_SOCKET_PATH
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
    String host = parts.group(2).replaceAll("[\\[\\]]", "");
    if (host.isEmpty() && (port == null || scheme == Scheme.SSH)) {
      throw wrong("the host is missing, as in " + scheme.prefix() + "127.0.0.1");
    }
    if (!host.matches("[^\\s\\p{Cntrl}]*") || host.startsWith("-")) {
      throw wrong("'" + host + "' is no host name");
    }
    return new Endpoint(host.isEmpty() ? "127.0.0.1" : host, port(scheme, port));
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
