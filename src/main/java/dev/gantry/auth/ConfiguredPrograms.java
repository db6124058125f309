package dev.gantry.auth;

import java.util.Optional;
import java.util.Set;

/** The credential helpers that the configuration names. */
final class ConfiguredPrograms {
  private final ConfigFile config;
  private final CredentialProgram.Setting setting;

  ConfiguredPrograms(ConfigFile config, CredentialProgram.Setting setting) {
    this.config = config;
    this.setting = setting;
  }

  /** The configuration, with the helper of the platform in it where none was chosen. */
  static ConfigFile withDefault(ConfigFile config, CredentialProgram.Setting setting) {
    if (!config.text("credsStore").isEmpty()
        || !config.map("credHelpers").isEmpty()
        || !config.map("auths").isEmpty()) {
      return config;
    }
    String name = platformDefault(setting);
    return setting.find(CredentialProgram.PREFIX + name).isPresent()
        ? config.with("credsStore", name)
        : config;
  }

  /** docker/cli v28.5.2, cli/config/credentials/default_store_*.go. */
  private static String platformDefault(CredentialProgram.Setting setting) {
    if (System.getProperty("os.name", "").startsWith("Mac")) {
      return "osxkeychain";
    }
    return setting.find("pass").isPresent() ? "pass" : "secretservice";
  }

  /** The registries that have a helper of their own. */
  Set<String> servers() {
    return config.map("credHelpers").keySet();
  }

  /** The helper for a registry: its own, or else that for all; none leaves it to the file. */
  Optional<CredentialProgram> of(String server) {
    if (config.map("credHelpers").get(server) instanceof String name) {
      return named(name, "\"credHelpers\": {\"%s\": \"%s\"}".formatted(server, name));
    }
    return forAll();
  }

  /** The helper for registries without one of their own. */
  Optional<CredentialProgram> forAll() {
    String name = config.text("credsStore");
    return named(name, "\"credsStore\": \"%s\"".formatted(name));
  }

  private Optional<CredentialProgram> named(String name, String line) {
    String origin = "asked for by %s in %s".formatted(line, config.path());
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(new CredentialProgram(name, origin, setting));
  }
}
