package dev.gantry.dsl;

import dev.gantry.auth.CredentialsException;
import dev.gantry.auth.Keyring;
import dev.gantry.auth.ServerName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Logs out of a registry as {@code docker logout} does: under every name that a login may be kept
 * under (docker/cli v28.5.2, cli/command/registry/logout.go). The registry is not told.
 */
final class RegistryLogout {
  private RegistryLogout() {}

  static Map<String, Object> run(Docker docker, String registry) {
    Keyring keyring = docker.keyring();
    keyring.requireReadable();
    keyring.overruling().ifPresent(docker.notices()::sayOnce);
    String server = ServerName.loginKey(registry);
    List<String> names = names(server, registry.strip());
    List<CredentialsException> failures = new ArrayList<>();
    for (String name : names) {
      try {
        keyring.forget(name);
      } catch (CredentialsException e) {
        failures.add(e);
      }
    }
    if (failures.size() == names.size()) {
      throw failures.get(0);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("Status", "Login Removed");
    result.put("Registry", server);
    return result;
  }

  /** At Docker Hub the CLI may keep the tokens of a login by browser beside the login. */
  private static List<String> names(String server, String given) {
    if (server.equals(ServerName.HUB)) {
      return List.of(server, server + "access-token", server + "refresh-token");
    }
    return List.of(given, server, "http://" + server, "https://" + server).stream()
        .distinct()
        .toList();
  }
}
