package dev.gantry.auth;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What lets somebody into one registry. It prints without its secrets.
 *
 * @param server what it is kept under
 * @param fields {@code username}, {@code password}, {@code identitytoken}, {@code registrytoken},
 *     {@code email}: those that there are (AuthConfig of Engine API 1.51)
 */
public record Login(String server, Map<String, String> fields) {
  /** Nobody. */
  public static final Login NONE = new Login("", Map.of());

  /** Takes only what says something. */
  public Login {
    Map<String, String> kept = new LinkedHashMap<>(fields);
    kept.values().removeIf(String::isEmpty);
    fields = Map.copyOf(kept);
  }

  /** A name and its password. */
  public static Login of(String server, String username, String password) {
    return new Login(server, Map.of("username", username, "password", password));
  }

  /** The same with a token in place of the password. */
  public Login withIdentityToken(String token) {
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.remove("password");
    changed.put("identitytoken", token);
    return new Login(server, changed);
  }

  /** One of the fields; empty when it is not there. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Whether it lets nobody in. */
  public boolean isNobody() {
    return fields.keySet().stream().allMatch("email"::equals);
  }

  /** The fields as the daemon wants them, {@code serveraddress} among them. */
  public Map<String, String> sent() {
    Map<String, String> sent = new LinkedHashMap<>(fields);
    if (!server.isEmpty()) {
      sent.put("serveraddress", server);
    }
    return sent;
  }

  @Override
  public String toString() {
    return "login of '%s' at %s".formatted(field("username"), server);
  }
}
