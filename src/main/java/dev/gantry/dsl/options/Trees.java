package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps of maps, as JSON objects are: making them from a path, merging one into another. */
final class Trees {
  private Trees() {}

  /** The value below the names of a dotted path. */
  static Map<String, @Nullable Object> at(String path, Object value) {
    int dot = path.indexOf('.');
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    if (dot < 0) {
      tree.put(path, value);
    } else {
      tree.put(path.substring(0, dot), at(path.substring(dot + 1), value));
    }
    return tree;
  }

  /** Whether something is there. */
  static boolean has(Map<?, ?> tree, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return tree.containsKey(path);
    }
    return tree.get(path.substring(0, dot)) instanceof Map<?, ?> below
        && has(below, path.substring(dot + 1));
  }

  /** Merges maps deeply and puts lists one after the other; of two scalars the later stays. */
  static void add(Map<String, @Nullable Object> into, Map<?, ?> more) {
    more.forEach(
        (key, value) -> {
          Object old = into.get(String.valueOf(key));
          if (old instanceof List<?> first && value instanceof List<?> second) {
            List<@Nullable Object> both = new ArrayList<>(first);
            both.addAll(second);
            into.put(String.valueOf(key), both);
          } else if (old instanceof Map<?, ?> && value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> merged = copy(old);
            add(merged, map);
            into.put(String.valueOf(key), merged);
          } else {
            into.put(String.valueOf(key), value);
          }
        });
  }

  /** Merges maps deeply; anything else replaces what was there. */
  static void override(Map<String, @Nullable Object> into, Map<?, ?> more) {
    more.forEach(
        (key, value) -> {
          Object old = into.get(String.valueOf(key));
          if (old instanceof Map<?, ?> && value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> merged = copy(old);
            override(merged, map);
            into.put(String.valueOf(key), merged);
          } else {
            into.put(String.valueOf(key), value);
          }
        });
  }

  private static Map<String, @Nullable Object> copy(Object tree) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    add(copy, (Map<?, ?>) tree);
    return copy;
  }
}
