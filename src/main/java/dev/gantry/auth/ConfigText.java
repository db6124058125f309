package dev.gantry.auth;

import dev.gantry.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The configuration file as the Docker CLI writes it: its order of keys, nothing that is empty,
 * tabs (docker/cli v28.5.2, cli/config/configfile/file.go; Go 1.26, encoding/json, MarshalIndent).
 * Keys that the CLI does not know come last, where it would drop them.
 */
final class ConfigText {
  private static final List<String> KEYS =
      List.of(
          "auths",
          "HttpHeaders",
          "psFormat",
          "imagesFormat",
          "networksFormat",
          "pluginsFormat",
          "volumesFormat",
          "statsFormat",
          "detachKeys",
          "credsStore",
          "credHelpers",
          "serviceInspectFormat",
          "servicesFormat",
          "tasksFormat",
          "secretFormat",
          "configFormat",
          "nodesFormat",
          "pruneFilters",
          "proxies",
          "experimental",
          "stackOrchestrator",
          "kubernetes",
          "currentContext",
          "cliPluginsExtraDirs",
          "plugins",
          "aliases",
          "features");

  private static final List<String> PROXY_KEYS =
      List.of("httpProxy", "httpsProxy", "noProxy", "ftpProxy", "allProxy");

  private final StringBuilder out = new StringBuilder();

  private ConfigText() {}

  static String of(Map<String, @Nullable Object> values) {
    ConfigText text = new ConfigText();
    text.write(ordered(values), 0);
    return text.out.toString();
  }

  private static Map<String, @Nullable Object> ordered(Map<String, @Nullable Object> values) {
    Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
    ordered.put("auths", auths(ConfigFile.named(ConfigFile.value(values, "auths"))));
    for (String key : KEYS) {
      Object value = sorted(key, ConfigFile.value(values, key));
      if (!isEmpty(value)) {
        ordered.putIfAbsent(key, value);
      }
    }
    values.keySet().stream()
        .filter(key -> KEYS.stream().noneMatch(key::equalsIgnoreCase))
        .forEach(key -> ordered.put(key, values.get(key)));
    return ordered;
  }

  private static Map<String, @Nullable Object> auths(Map<String, @Nullable Object> entries) {
    Map<String, @Nullable Object> written = new TreeMap<>();
    entries.forEach((server, entry) -> written.put(server, FileEntry.rewritten(server, entry)));
    return written;
  }

  private static @Nullable Object sorted(String key, @Nullable Object value) {
    if (!(value instanceof Map)) {
      return value;
    }
    Map<String, @Nullable Object> sorted = new TreeMap<>(ConfigFile.named(value));
    sorted.replaceAll(
        (name, each) -> key.equals("proxies") ? proxy(ConfigFile.named(each)) : sorted(name, each));
    return sorted;
  }

  private static Map<String, @Nullable Object> proxy(Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
    for (String key : PROXY_KEYS) {
      Object value = ConfigFile.value(given, key);
      if (!isEmpty(value)) {
        ordered.put(key, value);
      }
    }
    given.keySet().stream()
        .filter(key -> PROXY_KEYS.stream().noneMatch(key::equalsIgnoreCase))
        .forEach(key -> ordered.put(key, given.get(key)));
    return ordered;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value.equals("")
        || (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof Collection<?> list && list.isEmpty());
  }

  private void write(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      String separator = "";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        begin(separator, depth + 1);
        out.append(scalar(String.valueOf(entry.getKey()))).append(": ");
        write(entry.getValue(), depth + 1);
        separator = ",";
      }
      end(map.isEmpty(), depth, '}');
    } else if (value instanceof Collection<?> list) {
      out.append('[');
      String separator = "";
      for (Object each : list) {
        begin(separator, depth + 1);
        write(each, depth + 1);
        separator = ",";
      }
      end(list.isEmpty(), depth, ']');
    } else {
      out.append(scalar(value));
    }
  }

  private void begin(String separator, int depth) {
    out.append(separator).append('\n').append("\t".repeat(depth));
  }

  private void end(boolean empty, int depth, char bracket) {
    if (!empty) {
      out.append('\n').append("\t".repeat(depth));
    }
    out.append(bracket);
  }

  /** Go escapes what could end a script in HTML. */
  private static String scalar(@Nullable Object value) {
    return Json.write(value)
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e");
  }
}
