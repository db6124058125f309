package dev.gantry.json;

import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As much of a value as a person looks at: plain values, like {@link Json#display}, but never many.
 * What is deep or long is folded to the number of things in it; of the value itself the first
 * things are kept. What is not kept is not even walked through, so a huge value costs no more than
 * a small one, and an endless one ends.
 */
public final class Glance {
  private static final int DEEPEST = 5;
  private static final int LONGEST = 30;
  private static final int FIRST = 500;
  private static final int LONGEST_TEXT = 2000;

  /** After so many values, all that has an inside is folded. */
  private static final int MOST = 20_000;

  private final Views views;
  private final PlainValues scalars = new PlainValues(PlainValues.Strictness.LENIENT);
  private final IdentityHashMap<Object, Boolean> open = new IdentityHashMap<>();
  private boolean folded;
  private long more;
  private int count;

  private Glance(Views views) {
    this.views = views;
  }

  /**
   * What was kept.
   *
   * @param plain plain values, and what is folded
   * @param more how many things of the value itself were left out; -1 for nobody knows
   * @param folded whether something in it is folded
   */
  public record Seen(@Nullable Object plain, long more, boolean folded) {
    /** Whether it is all there was. */
    public boolean isWhole() {
      return more == 0 && !folded;
    }
  }

  /**
   * Stands for a Map or a List that was folded.
   *
   * @param size of it; -1 for nobody knows
   */
  record Folded(boolean list, int size) {
    String text(String ellipsis) {
      String inside = ellipsis + (size < 0 ? "" : size);
      return list ? "[" + inside + "]" : "{" + inside + "}";
    }
  }

  /** Looks at a value, with views in the place of what is in it. */
  public static Seen of(@Nullable Object value, Views views) {
    Glance glance = new Glance(views);
    Object plain = glance.copy(value, 0);
    return new Seen(plain, glance.more, glance.folded);
  }

  private @Nullable Object copy(@Nullable Object given, int depth) {
    Interrupts.check();
    count++;
    Object value = views.of(given);
    if (value instanceof Optional<?> optional) {
      return copy(optional.orElse(null), depth);
    }
    if (value == null || !isContainer(value)) {
      return scalar(value);
    }
    if (open.put(value, true) != null) {
      return "(contains itself)";
    }
    Object plain =
        value instanceof JsonView view ? copy(view.toJson(), depth) : inside(value, depth);
    open.remove(value);
    return plain;
  }

  private Object inside(Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      return isFolded(map.size(), depth) ? fold(false, map.size()) : map(map, depth);
    }
    Iterable<?> items = items(value);
    int size = items instanceof Collection<?> all ? all.size() : -1;
    return isFolded(size, depth) ? fold(true, size) : list(items, size, depth);
  }

  private boolean isFolded(int size, int depth) {
    return depth > 0 && size != 0 && (depth >= DEEPEST || size > LONGEST || count > MOST);
  }

  private Folded fold(boolean list, int size) {
    folded = true;
    return new Folded(list, size);
  }

  private Map<String, @Nullable Object> map(Map<?, ?> source, int depth) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : source.entrySet()) {
      if (map.size() == FIRST) {
        more = (long) source.size() - FIRST;
        break;
      }
      map.put(String.valueOf(entry.getKey()), copy(entry.getValue(), depth + 1));
    }
    return map;
  }

  private Object list(Iterable<?> source, int size, int depth) {
    List<@Nullable Object> list = new ArrayList<>();
    int most = depth == 0 ? FIRST : LONGEST;
    Iterator<?> items = source.iterator();
    while (items.hasNext()) {
      if (list.size() == most) {
        if (depth > 0) {
          return fold(true, -1);
        }
        more = size < 0 ? -1 : size - most;
        break;
      }
      list.add(copy(items.next(), depth + 1));
    }
    return list;
  }

  private @Nullable Object scalar(@Nullable Object value) {
    Object plain = scalars.plain(value);
    if (plain instanceof String text && text.length() > LONGEST_TEXT) {
      folded = true;
      int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? 1 : 0;
      return text.substring(0, LONGEST_TEXT - end) + " (" + text.length() + " characters)";
    }
    return plain;
  }

  private static boolean isContainer(Object value) {
    return value instanceof JsonView
        || value instanceof Map
        || (value instanceof Iterable && !(value instanceof Path))
        || value instanceof Tabular
        || (value.getClass().isArray() && !(value instanceof byte[]));
  }

  private static Iterable<?> items(Object value) {
    if (value instanceof Iterable<?> values) {
      return values;
    } else if (value instanceof Tabular table) {
      return table.rows();
    }
    return new ArrayItems(value);
  }

  /** An array of whatever kind, as it is. */
  private static final class ArrayItems extends AbstractList<@Nullable Object> {
    private final Object array;

    ArrayItems(Object array) {
      this.array = array;
    }

    @Override
    public @Nullable Object get(int index) {
      return Array.get(array, index);
    }

    @Override
    public int size() {
      return Array.getLength(array);
    }
  }
}
