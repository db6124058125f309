package dev.gantry.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The objects in a JSON list. */
final class Rows {
  private Rows() {}

  /** Nothing where the daemon says null for an empty list. */
  static Stream<Map<String, @Nullable Object>> of(@Nullable Object list) {
    return list instanceof List<?> rows ? rows.stream().map(Rows::map) : Stream.of();
  }

  /** A JSON value that has to be an object; null counts as an empty one. */
  @SuppressWarnings("unchecked") // The names in a JSON object are texts.
  static Map<String, @Nullable Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, @Nullable Object>) value;
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
