package dev.gantry.dsl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was removed: the daemon's JSON as it came, with short ids and sizes for a person. */
public final class Pruned extends LinkedHashMap<String, @Nullable Object> {
  private static final long serialVersionUID = 1L;

  /** Bytes. */
  static final String RECLAIMED = "SpaceReclaimed";

  /** A volume without a name is known by its whole id only. */
  private static final Set<String> NAMES = Set.of("VolumesDeleted", "NetworksDeleted");

  private static final Pattern ID = Pattern.compile("(sha256:)?[0-9a-f]{64}");

  Pruned(Map<String, @Nullable Object> answer) {
    super(answer);
  }

  /** The answer of the engine, whatever it is. */
  static @Nullable Object of(@Nullable Object answer) {
    return answer instanceof Map<?, ?> ? new Pruned(Rows.map(answer)) : answer;
  }

  /** As a person reads it: short ids, {@code 1.2MB} for bytes, an empty list for nothing. */
  public Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    forEach((key, value) -> shown.put(key, shown(key, value)));
    return shown;
  }

  private static Object shown(String key, @Nullable Object value) {
    if (key.equals(RECLAIMED)) {
      return Humane.size(value);
    } else if (value == null) {
      return List.of();
    }
    return NAMES.contains(key) ? value : shortened(value);
  }

  private static Object shortened(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Pruned::shortened).toList();
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> shortened(entry.getValue())));
    }
    return value instanceof String text && ID.matcher(text).matches()
        ? Humane.shortId(text)
        : value;
  }
}
