package dev.gantry.dsl.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters as people write them, made into what the daemon reads: a list of texts for each name. */
final class Filters {
  private Filters() {}

  /**
   * Accepts {@code [label: 'tier=web', status: ['exited', 'created'], dangling: true]}, and for
   * labels also {@code [label: [tier: 'web']]}.
   */
  static Map<String, List<String>> read(Object given, Asked asked) {
    if (!(given instanceof Map<?, ?> map)) {
      throw asked.wants(given);
    }
    Map<String, List<String>> filters = new LinkedHashMap<>();
    map.forEach((name, value) -> filters.put(Texts.one(name, asked), texts(value, asked)));
    return filters;
  }

  private static List<String> texts(@Nullable Object value, Asked asked) {
    if (value == null) {
      throw asked.bad("a condition has no value");
    }
    return value instanceof Boolean flag ? List.of(flag.toString()) : Texts.join(value, '=', asked);
  }
}
