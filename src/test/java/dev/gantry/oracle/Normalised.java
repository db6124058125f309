package dev.gantry.oracle;

import dev.gantry.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts and JSON in which what is new each time (ids, times, addresses) looks the same. */
final class Normalised {
  /** Values that two things made alike differ in, or that tell of the moment. */
  private static final Set<String> NEW =
      Set.of(
          "Created CreatedAt StartedAt FinishedAt LastTagTime Pid SandboxKey SandboxID MacAddress"
              .split(" "));

  /** What the CLI of 20.10 writes out although it means the same. */
  private static final Map<String, Object> DEFAULTS =
      Map.of("RestartPolicy", Map.of("Name", "no", "MaximumRetryCount", 0), "Runtime", "runc");

  private static final Pattern ID = Pattern.compile("\\b([0-9a-f]{64}|[0-9a-f]{12})\\b");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\S*");

  /** Addresses that the engine picks: those of its bridge, and of the networks that it makes. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\b(10|172)\\.\\d+\\.(0|1[2-9]\\d|2\\d\\d)\\.\\d+(/\\d+)?");

  private static final Pattern LAYER = Pattern.compile("overlay2/[0-9a-z-]+");

  private Normalised() {}

  static String text(String text) {
    String plain = LAYER.matcher(text.strip()).replaceAll("LAYER");
    plain = TIME.matcher(ID.matcher(plain).replaceAll("ID")).replaceAll("TIME");
    return ADDRESS.matcher(plain).replaceAll("ADDRESS").replaceAll(" {2,}", " ");
  }

  static String json(@Nullable Object value) {
    return Json.write(plain(value)).replace(",\"", ",\n\"");
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      map.forEach((key, each) -> member(sorted, String.valueOf(key), each));
      return sorted;
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .map(each -> String.valueOf(Json.write(plain(each))))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
    return value instanceof String text ? text(text) : value;
  }

  /** The CLI writes out what is nothing, and the daemon gives that back. */
  private static void member(
      Map<String, @Nullable Object> sorted, String name, @Nullable Object value) {
    boolean nothing =
        value == null
            || value.equals("")
            || value.equals(false)
            || value.equals(0)
            || value.equals(List.of())
            || value.equals(Map.of())
            || value.equals(DEFAULTS.get(name));
    if (!nothing && !NEW.contains(name)) {
      Object plain = plain(value);
      if (!Map.of().equals(plain)) {
        sorted.put(text(name), plain);
      }
    }
  }
}
