package dev.gantry.cli.secure;

import dev.gantry.UsageException;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code daemon.json}. The daemon refuses to start when one thing is said there and on its command
 * line as well (moby v28.5.2, daemon/config/config.go, findConfigurationConflicts).
 *
 * @param file where it is
 * @param text what it says; null when there is none
 */
record DaemonConfig(Path file, @Nullable String text) {
  private static final Set<String> OURS =
      Set.of("hosts", "tls", "tlsverify", "tlscacert", "tlscert", "tlskey");
  private static final Pattern INDENT = Pattern.compile("\\A\\s*\\{[ \\t]*\\R([ \\t]+)");

  /** Two blanks for a level, as {@link Json#pretty} writes. */
  private static final Pattern LEVEL = Pattern.compile("(?m)^((?:  )+)");

  static DaemonConfig read(Path file) {
    return new DaemonConfig(file, Root.read(file));
  }

  /** Whether addresses or TLS are decided here, so that the command line must not. */
  boolean decides() {
    return !Collections.disjoint(values().keySet(), OURS);
  }

  /** The addresses that it names. */
  List<String> hosts() {
    return values().get("hosts") instanceof List<?> hosts
        ? hosts.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The whole with these keys set, and all others kept in their order. */
  String with(Map<String, Object> keys) {
    Map<String, @Nullable Object> values = values();
    values.putAll(keys);
    values.replace("tls", true);
    return indented(Json.pretty(values)) + "\n";
  }

  private Map<String, @Nullable Object> values() {
    try {
      return Json.readMap(text == null || text.isBlank() ? "{}" : text);
    } catch (JsonException e) {
      throw new UsageException(
          "%s: %s. The daemon does not start with it; mend it first".formatted(file, e.problem()));
    }
  }

  private String indented(String pretty) {
    Matcher indent = INDENT.matcher(text == null ? "" : text);
    if (!indent.find()) {
      return pretty;
    }
    return LEVEL
        .matcher(pretty)
        .replaceAll(level -> indent.group(1).repeat(level.group().length() / 2));
  }
}
