package dev.gantry.dsl;

import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects in a JSON list. */
final class Rows {
  private static final int SHOWN = 200;

  private Rows() {}

  /**
   * Nothing where the daemon says null for an empty list.
   *
   * @throws JsonException it is something else
   */
  static Stream<Map<String, @Nullable Object>> of(@Nullable Object list) {
    if (list == null) {
      return Stream.of();
    }
    if (list instanceof List<?> rows) {
      return rows.stream().map(Rows::map);
    }
    throw odd("a list", list);
  }

  /** A JSON value that has to be an object; null counts as an empty one. */
  @SuppressWarnings("unchecked") // The names in a JSON object are texts.
  static Map<String, @Nullable Object> map(@Nullable Object value) {
    if (value != null && !(value instanceof Map<?, ?>)) {
      throw odd("an object", value);
    }
    return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
  }

  /**
   * The id that the engine gave to what it has made.
   *
   * @throws JsonException it named none
   */
  static String id(@Nullable Object made) {
    String id = text(in(made, "Id"));
    if (id.isEmpty()) {
      throw odd("an object with 'Id'", made);
    }
    return id;
  }

  private static JsonException odd(String wanted, @Nullable Object value) {
    String shown = Json.write(value);
    return new JsonException(
        "not as the API has it: %s where %s should be"
            .formatted(shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…", wanted));
  }

  /** The value of a key in an object, or null where the value is no object. */
  static @Nullable Object in(@Nullable Object value, String key) {
    return value instanceof Map<?, ?> map ? map.get(key) : null;
  }

  static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list
        ? list(list.stream().map(String::valueOf))
        : list(Stream.of());
  }

  /** A list for a script, where {@code sort()} and the like change the list itself. */
  static <T> List<T> list(Stream<T> values) {
    return values.collect(Collectors.toCollection(ArrayList::new));
  }
}
