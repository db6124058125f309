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
          } else if (old instanceof Map<?, ?> before && value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> merged = copy(before);
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
          if (old instanceof Map<?, ?> before && value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> merged = copy(before);
            override(merged, map);
            into.put(String.valueOf(key), merged);
          } else {
            into.put(String.valueOf(key), value);
          }
        });
  }

  /** What is at a dotted path; null where nothing is. */
  static @Nullable Object value(Map<?, ?> tree, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return tree.get(path);
    }
    return tree.get(path.substring(0, dot)) instanceof Map<?, ?> below
        ? value(below, path.substring(dot + 1))
        : null;
  }

  /** Adds to the map at a dotted path what it does not have yet. */
  static void fill(Map<String, @Nullable Object> tree, String path, Map<String, Object> more) {
    Map<String, Object> missing = new LinkedHashMap<>(more);
    if (value(tree, path) instanceof Map<?, ?> there) {
      missing.keySet().removeIf(there::containsKey);
    }
    override(tree, at(path, missing));
  }

  /** Takes away what is at a dotted path, if something is. */
  static void remove(Map<String, @Nullable Object> tree, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      tree.remove(path);
    } else if (tree.get(path.substring(0, dot)) instanceof Map<?, ?> below) {
      Map<String, @Nullable Object> changed = copy(below);
      remove(changed, path.substring(dot + 1));
      tree.put(path.substring(0, dot), changed);
    }
  }

  /** A copy of the uppermost map; those below are replaced by merging and never changed. */
  static Map<String, @Nullable Object> copy(Map<?, ?> tree) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    add(copy, tree);
    return copy;
  }
}
