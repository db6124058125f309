package dev.gantry.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The logins that the configuration file itself has, in its {@code auths}. */
final class AuthFile {
  private final Consumer<String> said;
  private ConfigFile config;

  AuthFile(ConfigFile config, Consumer<String> said) {
    this.config = config;
    this.said = said;
  }

  /**
   * The login of a registry: its own, or one that an older file has under a URL (docker/cli
   * v28.5.2, cli/config/credentials/file_store.go).
   */
  Login find(String key) {
    Login own = entry(key);
    return own.isNobody() && !entries().containsKey(key)
        ? first(server -> key.equals(ServerName.host(server)))
        : own;
  }

  private Login first(Predicate<String> meant) {
    return entries().keySet().stream()
        .filter(meant)
        .findFirst()
        .map(this::entry)
        .orElse(Login.NONE);
  }

  /** All of them, by the names that the file has for them. */
  Map<String, Login> all() {
    Map<String, Login> all = new LinkedHashMap<>();
    entries().keySet().forEach(server -> all.put(server, entry(server)));
    return all;
  }

  /** The entry of that very name; nobody where there is none, or a wrong one. */
  Login entry(String server) {
    try {
      return entries().containsKey(server)
          ? FileEntry.read(server, entries().get(server))
          : Login.NONE;
    } catch (CredentialsException e) {
      said.accept(
          "WARNING: the entry '%s' of \"auths\" in %s is not used: %s"
              .formatted(server, config.path(), e.getMessage()));
      return Login.NONE;
    }
  }

  /** Writes an entry; false when it was there as it is. */
  boolean put(Login login) {
    Map<String, @Nullable Object> entries = entries();
    if (entries.containsKey(login.server()) && entry(login.server()).equals(login)) {
      return false;
    }
    entries.put(login.server(), FileEntry.written(login));
    config = new ConfigWriting(config).replaceAuths(entries);
    return true;
  }

  /** Takes an entry out; false when there was none. */
  boolean remove(String server) {
    Map<String, @Nullable Object> entries = entries();
    if (!entries.containsKey(server)) {
      return false;
    }
    entries.remove(server);
    config = new ConfigWriting(config).replaceAuths(entries);
    return true;
  }

  private Map<String, @Nullable Object> entries() {
    return config.map("auths");
  }
}
