package dev.gantry.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code auths} in the configuration file: {@code auth} is the base64 of name and
 * password (docker/cli v28.5.2, cli/config/configfile/file.go and cli/config/types/authconfig.go).
 */
final class FileEntry {
  /** The fields that it may have, in the order in which the Docker CLI writes them. */
  private static final List<String> WRITTEN =
      List.of("auth", "email", "identitytoken", "registrytoken");

  private static final List<String> NEVER_WRITTEN =
      List.of("username", "password", "serveraddress");

  private FileEntry() {}

  /**
   * Reads one.
   *
   * @throws CredentialsException {@code auth} is not what it should be
   */
  static Login read(String server, @Nullable Object entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    ConfigFile.named(entry)
        .forEach(
            (name, value) -> {
              if (value instanceof String text) {
                fields.put(name.toLowerCase(Locale.ROOT), text);
              }
            });
    fields.remove("serveraddress");
    String auth = fields.remove("auth");
    if (auth != null && !auth.isEmpty()) {
      fields.putAll(decoded(auth));
    }
    fields
        .keySet()
        .retainAll(List.of("username", "password", "email", "identitytoken", "registrytoken"));
    return new Login(server, fields);
  }

  /** Name and password; who wrote NULs around the password did not mean them. */
  static Map<String, String> decoded(String auth) {
    String text = text(auth);
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new CredentialsException("'auth' is not the base64 of a name and a password");
    }
    return Map.of(
        "username", text.substring(0, colon),
        "password", text.substring(colon + 1).replaceAll("^\0+|\0+$", ""));
  }

  private static String text(String auth) {
    try {
      byte[] bytes = Base64.getDecoder().decode(auth.replaceAll("[\r\n]", ""));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new CredentialsException("'auth' is no base64");
    }
  }

  /** What the file has for a login. */
  static Map<String, @Nullable Object> written(Login login) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    String pair = login.field("username") + ":" + login.field("password");
    if (!pair.equals(":")) {
      entry.put("auth", Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    WRITTEN.stream()
        .filter(name -> !login.field(name).isEmpty())
        .forEach(name -> entry.put(name, login.field(name)));
    return entry;
  }

  /** An entry that was there, as it is written again; fields that nobody knows stay. */
  static @Nullable Object rewritten(String server, @Nullable Object entry) {
    if (entry != null && !(entry instanceof Map)) {
      return entry;
    }
    try {
      Map<String, @Nullable Object> written = written(read(server, entry));
      ConfigFile.named(entry).forEach((name, value) -> keepUnknown(name, value, written));
      return written;
    } catch (CredentialsException e) {
      return entry;
    }
  }

  private static void keepUnknown(
      String name, @Nullable Object value, Map<String, @Nullable Object> written) {
    String known = name.toLowerCase(Locale.ROOT);
    if (!WRITTEN.contains(known) && !NEVER_WRITTEN.contains(known)) {
      written.put(name, value);
    }
  }
}
