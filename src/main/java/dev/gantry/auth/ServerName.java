package dev.gantry.auth;

/**
 * The names that registries go by in the Docker CLI's configuration (docker/cli v28.5.2,
 * cli/config/credentials/file_store.go and cli/command/registry.go).
 */
public final class ServerName {
  /** What Docker Hub's credentials are kept under. */
  public static final String HUB = "https://index.docker.io/v1/";

  private ServerName() {}

  /**
   * What credentials are kept under.
   *
   * @param domain what stands before an image's name, such as {@code 127.0.0.1:5000}
   */
  public static String key(String domain) {
    return domain.equals("docker.io") || domain.equals("index.docker.io") ? HUB : domain;
  }

  /** What a login is kept under, by what a person calls the registry; Docker Hub if nothing. */
  public static String loginKey(String given) {
    String server = given.strip();
    return server.isEmpty() || server.equals("docker.io") || server.equals(HUB)
        ? HUB
        : host(server);
  }

  /** Host and port of a name that may be a URL or have a path, as older files have it. */
  public static String host(String server) {
    int scheme = server.indexOf("://");
    String authority = scheme < 0 ? "" : authority(server.substring(scheme + 3));
    return authority.isEmpty() ? cut(server, "/") : withoutEmptyPort(authority);
  }

  private static String authority(String afterScheme) {
    String authority = cut(afterScheme, "/?#");
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** The brackets of an IPv6 address are there only when a port follows. */
  private static String withoutEmptyPort(String authority) {
    String named = authority.endsWith(":") ? cutLast(authority) : authority;
    return named.startsWith("[") && named.endsWith("]") ? cutLast(named.substring(1)) : named;
  }

  private static String cutLast(String text) {
    return text.substring(0, text.length() - 1);
  }

  private static String cut(String text, String ends) {
    for (int i = 0; i < text.length(); i++) {
      if (ends.indexOf(text.charAt(i)) >= 0) {
        return text.substring(0, i);
      }
    }
    return text;
  }
}
