package dev.gantry.dsl.options;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what may come as one value, a list or a map. */
final class Texts {
  private Texts() {}

  /** A text, or what has only one sensible form as a text: a number, a path. */
  static String one(@Nullable Object given, Asked asked) {
    if (given instanceof CharSequence
        || given instanceof Number
        || given instanceof Path
        || given instanceof File
        || given instanceof Enum<?>) {
      return given.toString();
    }
    throw asked.wants(given);
  }

  /** The members of a list, or the value itself as the only one. */
  static List<?> elements(Object given) {
    if (given instanceof Collection<?> several) {
      return new ArrayList<>(several);
    }
    return given instanceof Object[] array ? Arrays.asList(array) : List.of(given);
  }

  static List<String> list(Object given, Asked asked) {
    return elements(given).stream().map(each -> one(each, asked)).toList();
  }

  /**
   * Texts as they are; a map as one text per value, {@code key + separator + value}. A key with
   * several values makes several texts, a key without a value stands alone.
   */
  static List<String> join(Object given, char separator, Asked asked) {
    if (!(given instanceof Map<?, ?> map)) {
      return list(given, asked);
    }
    List<String> joined = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          String name = one(key, asked);
          if (value == null) {
            joined.add(name);
          } else {
            elements(value).forEach(each -> joined.add(name + separator + scalar(each, asked)));
          }
        });
    return joined;
  }

  static Map<?, ?> map(Object given, Asked asked) {
    if (given instanceof Map<?, ?> map) {
      return map;
    }
    throw asked.wants(given);
  }

  private static String scalar(@Nullable Object given, Asked asked) {
    return given instanceof Boolean ? given.toString() : one(given, asked);
  }
}
