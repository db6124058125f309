package dev.gantry.script;

import dev.gantry.DidYouMean;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Remembers that an entry read a key which its map does not have, so that a null that came of it
 * can be explained. Public for the entries that call it.
 */
public final class KeyWatch {
  private static final int SHOWN = 8;
  private static final ThreadLocal<String> MISSED = ThreadLocal.withInitial(() -> "");

  private KeyWatch() {}

  /**
   * Looks at what a key is about to be read from.
   *
   * @return that very thing
   */
  public static Object reading(Object from, Object key) {
    if (from instanceof Map<?, ?> map && !map.isEmpty() && !map.containsKey(key)) {
      MISSED.set(sentence(map, String.valueOf(key)));
    }
    return from;
  }

  /** What was missed in this thread since it was last asked; empty for nothing. */
  static String take() {
    String missed = MISSED.get();
    MISSED.remove();
    return missed;
  }

  private static String sentence(Map<?, ?> map, String key) {
    List<String> keys = map.keySet().stream().map(String::valueOf).sorted(likest(key)).toList();
    boolean several = keys.size() > 1 && likeness(keys.get(1), key) == 0;
    String hint = several ? "" : DidYouMean.hint(key, keys);
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
