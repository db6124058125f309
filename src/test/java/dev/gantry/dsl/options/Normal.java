package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A body in a form in which two that mean the same are equal: the CLI sends every field, most with
 * its zero value, and some lists in no order.
 */
final class Normal {
  /** Fields whose members mean something even when they are empty. */
  private static final Set<String> KEYED =
      Set.of(
          "ExposedPorts", "Volumes", "Labels", "Tmpfs", "Config", "Annotations", "Sysctls", "Mode");

  /** Lists that the CLI makes from a map of Go, which has no order. */
  private static final Set<String> UNORDERED =
      Set.of("Binds", "Env", "Ports", "Secrets", "Configs");

  /** Fields in which an empty list means something else than none. */
  private static final Set<String> EMPTY_COUNTS = Set.of("MaskedPaths", "ReadonlyPaths");

  /** What the CLI sends for flags that were not given, where that is not a zero value. */
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "MemorySwappiness",
          -1,
          "NetworkMode",
          "default",
          "RestartPolicy",
          Map.of("Name", "no"),
          "Mode",
          "vip");

  /**
   * Fields that are not the options': the terminal's size, and ids that the engine was asked for.
   */
  private static final Set<String> OF_OTHERS = Set.of("ConsoleSize", "SecretID", "ConfigID");

  private Normal() {}

  static Map<String, Object> body(Map<?, ?> body) {
    return map(body, false);
  }

  private static Map<String, Object> map(Map<?, ?> map, boolean keepEmpty) {
    Map<String, Object> normal = new TreeMap<>();
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          Object member = value(name, value);
          boolean counts = keepEmpty || (EMPTY_COUNTS.contains(name) && member instanceof List);
          if (member != null && (counts || !isNothing(name, member))) {
            normal.put(name, member);
          }
        });
    return normal;
  }

  private static @Nullable Object value(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map(map, KEYED.contains(name));
    }
    if (value instanceof List<?> list) {
      return list(name, list);
    }
    return value;
  }

  private static List<Object> list(String name, List<?> list) {
    List<Object> normal = new ArrayList<>();
    list.forEach(each -> normal.add(each instanceof Map<?, ?> map ? map(map, false) : each));
    if (UNORDERED.contains(name)) {
      normal.sort(Comparator.comparing(String::valueOf));
    }
    return normal;
  }

  private static boolean isNothing(String name, Object value) {
    boolean zero =
        value.equals("")
            || value.equals(false)
            || (value instanceof Number number && number.doubleValue() == 0)
            || (value instanceof Map<?, ?> map && map.isEmpty())
            || (value instanceof List<?> list && list.isEmpty());
    return zero || value.equals(DEFAULTS.get(name)) || OF_OTHERS.contains(name);
  }
}
