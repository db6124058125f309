package dev.gantry.shell.settings;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import dev.gantry.json.JsonException;
import dev.gantry.json.Toml;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The file {@code config.toml}: a key and its value a line, then a table {@code [aliases]}. What is
 * wrong in it is told, and the rest counts.
 */
public final class SettingsFile {
  private static final String ALIASES = "aliases";

  private final Path file;

  public SettingsFile(Path file) {
    this.file = file;
  }

  public Path path() {
    return file;
  }

  /**
   * Chooses what the file says. A file that is not there says nothing.
   *
   * @return a sentence for each mistake in it
   */
  public List<String> load(Settings settings) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return load(Files.readString(file), settings);
    } catch (CharacterCodingException e) {
      return List.of(file + ": not UTF-8 text: none of it counts");
    } catch (IOException e) {
      return List.of("cannot read " + file + ": " + e.getMessage());
    }
  }

  private List<String> load(String text, Settings settings) {
    List<String> mistakes = new ArrayList<>();
    try {
      Toml.read(text)
          .forEach(
              (key, value) -> {
                try {
                  take(key, value, settings);
                } catch (UsageException e) {
                  mistakes.add(place(text, key) + e.getMessage());
                }
              });
    } catch (JsonException e) {
      mistakes.add(
          "%s:%d: %s: none of it counts"
              .formatted(
                  file, e.line(), e.problem().replaceFirst(" at line \\d+, column \\d+", "")));
    }
    return mistakes;
  }

  private static void take(String key, Object value, Settings settings) {
    if (key.equals(ALIASES) && value instanceof Map<?, ?> aliases) {
      aliases.forEach((name, text) -> settings.alias(String.valueOf(name), alias(name, text)));
    } else if (value instanceof String given) {
      settings.set(key, onOrOff(key, given));
    } else if (value instanceof Map) {
      throw new UsageException("no table '" + key + "'" + DidYouMean.hint(key, List.of(ALIASES)));
    } else {
      throw new UsageException("'" + key + "' is one value, not a list");
    }
  }

  private static String alias(Object name, Object text) {
    if (text instanceof String given) {
      return given;
    }
    throw new UsageException("the alias '" + name + "' is a text in quotes");
  }

  /** TOML has words of its own for these two. */
  private static String onOrOff(String key, String value) {
    Setting setting = Setting.of(key);
    boolean known = setting != null && setting.words().contains("on");
    return switch (known ? value : "") {
      case "true" -> "on";
      case "false" -> "off";
      default -> value;
    };
  }

  private String place(String text, String key) {
    List<String> lines = text.lines().toList();
    Pattern named =
        Pattern.compile("\\s*\\[?\\s*['\"]?" + Pattern.quote(key) + "['\"]?\\s*[]=.].*");
    for (int i = 0; i < lines.size(); i++) {
      if (named.matcher(lines.get(i)).matches()) {
        return file + ":" + (i + 1) + ": ";
      }
    }
    return file + ": ";
  }

  /**
   * Writes a choice into the file; all else in it stays as it is. The folder and the file are made
   * when missing.
   *
   * @throws UsageException they cannot be written
   */
  public void save(Setting setting, String value) {
    try {
      List<String> lines =
          new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.<String>of());
      put(lines, setting.key(), setting.key() + " = " + quoted(value));
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + e.getMessage());
    }
  }

  /** In the place of the line that had the key, or before the first table. */
  private static void put(List<String> lines, String key, String line) {
    int end = (int) lines.stream().takeWhile(one -> !one.strip().startsWith("[")).count();
    Pattern named = Pattern.compile("\\s*['\"]?" + Pattern.quote(key) + "['\"]?\\s*=.*");
    for (int i = 0; i < end; i++) {
      if (named.matcher(lines.get(i)).matches()) {
        lines.set(i, line);
        return;
      }
    }
    lines.add(end, line);
  }

  private static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
