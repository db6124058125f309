package dev.gantry.shell.settings;

import java.nio.file.Path;
import java.util.Map;

/** Where a person's own files are (XDG Base Directory Specification 0.8). */
public final class ConfigFolder {
  private ConfigFolder() {}

  /** {@code $XDG_CONFIG_HOME/gantry}, or {@code ~/.config/gantry}. */
  public static Path of(Map<String, String> env) {
    String config = env.getOrDefault("XDG_CONFIG_HOME", "");
    Path folder =
        config.isEmpty()
            ? Path.of(env.getOrDefault("HOME", System.getProperty("user.home")), ".config")
            : Path.of(config);
    return folder.resolve("gantry");
  }
}
