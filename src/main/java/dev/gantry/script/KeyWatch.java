package dev.gantry.script;

import dev.gantry.dsl.NearKeys;
import dev.gantry.dsl.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Remembers why an entry that reads a key may come to null: the key is not there, or it is and has
 * no value. Public for the entries that call it.
 */
public final class KeyWatch {
  private static final int SHOWN = 8;
  private static final ThreadLocal<String> MISSED = ThreadLocal.withInitial(() -> "");

  private KeyWatch() {}

  /**
   * Looks at what a key is about to be read from. Where that is something, the read before gave it,
   * and needs no explanation any more.
   *
   * @param path the keys that are read, up to this one: {@code HostConfig.Memory}
   * @return that very thing
   */
  public static Object reading(Object from, Object key, String path) {
    if (from != null) {
      MISSED.set(why(from, key, path));
    }
    return from;
  }

  /** Why the read may give null; empty where there is nothing to say. */
  private static String why(Object from, Object key, String path) {
    if (from instanceof Map<?, ?> map && !map.containsKey(key)) {
      return missing(map, String.valueOf(key));
    }
    if (from instanceof List<?> list && key instanceof Integer index) {
      return index < list.size() ? "" : "no element [" + index + "]: there are " + list.size();
    }
    boolean empty = from instanceof Map<?, ?> map ? map.get(key) == null : from instanceof Resource;
    return empty ? path + " is there, and has no value" : "";
  }

  /** What was missed in this thread since it was last asked; empty for nothing. */
  static String take() {
    String missed = MISSED.get();
    MISSED.remove();
    return missed;
  }

  private static String missing(Map<?, ?> map, String key) {
    if (map.isEmpty()) {
      return "no key '" + key + "': there are none";
    }
    List<String> keys = map.keySet().stream().map(String::valueOf).sorted(likest(key)).toList();
    boolean several = keys.size() > 1 && likeness(keys.get(1), key) == 0;
    String hint = several ? "" : new NearKeys(map).hint(key);
    String some =
        keys.stream().limit(SHOWN).collect(Collectors.joining(", "))
            + (keys.size() > SHOWN ? " …" : "");
    return "no key '" + key + "'" + (hint.isEmpty() ? "; there are: " + some : hint);
  }

  /** Those that begin with what was typed come first, then those that contain it. */
  private static Comparator<String> likest(String typed) {
    return Comparator.<String>comparingInt(key -> likeness(key, typed))
        .thenComparing(Comparator.naturalOrder());
  }

  private static int likeness(String key, String typed) {
    int at = key.toLowerCase(Locale.ROOT).indexOf(typed.toLowerCase(Locale.ROOT));
    return at < 0 ? 2 : Math.min(at, 1);
  }
}
