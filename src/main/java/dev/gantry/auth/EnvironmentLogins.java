package dev.gantry.auth;

import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The logins in {@code DOCKER_AUTH_CONFIG}, which come before all others and are never written:
 * {@code {"auths": {"registry": {"auth": "base64 of name:password"}}}} and nothing else (docker/cli
 * v28.5.2, cli/config/configfile/file.go).
 */
final class EnvironmentLogins {
  static final String VARIABLE = "DOCKER_AUTH_CONFIG";

  private EnvironmentLogins() {}

  /** The logins by server; none, and a warning, when the variable is not as it should be. */
  static Map<String, Login> in(Map<String, String> env, Consumer<String> warnings) {
    String value = env.getOrDefault(VARIABLE, "");
    try {
      return value.isEmpty() ? Map.of() : read(Json.readMap(value));
    } catch (JsonException e) {
      warnings.accept(warning(e.problem()));
    } catch (CredentialsException e) {
      warnings.accept(warning(String.valueOf(e.getMessage())));
    }
    return Map.of();
  }

  private static String warning(String problem) {
    return "WARNING: %s is not used: %s".formatted(VARIABLE, problem);
  }

  private static Map<String, Login> read(Map<String, @Nullable Object> config) {
    requireOnly("auths", config);
    Map<String, Login> logins = new LinkedHashMap<>();
    ConfigFile.named(ConfigFile.value(config, "auths"))
        .forEach((server, entry) -> logins.put(server, login(server, entry)));
    return logins;
  }

  private static Login login(String server, @Nullable Object entry) {
    Map<String, @Nullable Object> fields = ConfigFile.named(entry);
    requireOnly("auth", fields);
    if (!(ConfigFile.value(fields, "auth") instanceof String auth) || auth.isEmpty()) {
      throw new CredentialsException("it has no 'auth' for " + server);
    }
    return new Login(server, FileEntry.decoded(auth));
  }

  private static void requireOnly(String field, Map<String, @Nullable Object> object) {
    object.keySet().stream()
        .filter(name -> !name.equalsIgnoreCase(field))
        .findFirst()
        .ifPresent(
            name -> {
              throw new CredentialsException(
                  "it may have nothing but '%s', and has '%s'".formatted(field, name));
            });
  }
}
