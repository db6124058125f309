package dev.gantry.json;

import java.io.File;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what a script has at hand into plain values, or says why it cannot. */
final class PlainValues {

  /** What to do with a value that has no JSON form. */
  enum Strictness {
    /** Refuse it. */
    STRICT,
    /** Put a text in its place, good enough to look at. */
    LENIENT
  }

  private final Strictness strictness;

  /** The containers on the way down to the current value: meeting one again is a cycle. */
  private final IdentityHashMap<Object, Boolean> open = new IdentityHashMap<>();

  PlainValues(Strictness strictness) {
    this.strictness = strictness;
  }

  @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof String) {
      return value;
    }
    if (value instanceof JsonView view) {
      return inside(view, () -> plain(view.toJson()));
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof byte[] bytes) {
      return bytes(bytes);
    }
    return isText(value) ? text(value) : container(value);
  }

  private @Nullable Object container(Object value) {
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    } else if (value instanceof Map<?, ?> map) {
      return inside(map, () -> map(map));
    } else if (value instanceof Iterable<?> values) {
      return inside(values, () -> list(values));
    } else if (value instanceof Tabular table) {
      return inside(table, () -> list(table.rows()));
    } else if (value.getClass().isArray()) {
      return inside(value, () -> array(value));
    }
    return refuse("a " + value.getClass().getName() + " has no JSON form", String.valueOf(value));
  }

  private Map<String, @Nullable Object> map(Map<?, ?> source) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    source.forEach((name, value) -> map.put(String.valueOf(name), plain(value)));
    return map;
  }

  private List<@Nullable Object> list(Iterable<?> source) {
    List<@Nullable Object> list = new ArrayList<>();
    source.forEach(value -> list.add(plain(value)));
    return list;
  }

  private List<@Nullable Object> array(Object source) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < Array.getLength(source); i++) {
      list.add(plain(Array.get(source, i)));
    }
    return list;
  }

  private @Nullable Object inside(Object container, Content content) {
    if (open.put(container, true) != null) {
      return refuse("the value contains itself", "(contains itself)");
    }
    try {
      return open.size() > JsonReader.MAX_DEPTH
          ? refuse("it is nested deeper than " + JsonReader.MAX_DEPTH + " levels", "…")
          : content.plain();
    } finally {
      open.remove(container);
    }
  }

  private Object number(Number number) {
    String digits = number.toString();
    if (number instanceof Integer || number instanceof Long || number instanceof BigDecimal) {
      return number;
    }
    try {
      BigDecimal exact = new BigDecimal(digits);
      return number.getClass().getPackageName().startsWith("java.math")
              || number instanceof Double
              || number instanceof Float
          ? number
          : exact.scale() <= 0 ? exact.toBigInteger() : exact;
    } catch (NumberFormatException e) {
      return refuse(digits + " is not a number that JSON can hold", digits);
    }
  }

  /**
   * Base64, as Go writes a []byte (Go 1.26.3, encoding/json, func Marshal) and the Docker API
   * wants.
   */
  private Object bytes(byte[] bytes) {
    return strictness == Strictness.STRICT
        ? Base64.getEncoder().encodeToString(bytes)
        : "<" + bytes.length + " bytes>";
  }

  private static boolean isText(Object value) {
    return value instanceof CharSequence
        || value instanceof Character
        || value instanceof Enum
        || value instanceof Path
        || value instanceof File
        || value instanceof URI
        || value instanceof URL
        || value instanceof UUID
        || value instanceof Date
        || value instanceof TemporalAccessor
        || value instanceof TemporalAmount;
  }

  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return value instanceof Date date ? date.toInstant().toString() : value.toString();
  }

  private String refuse(String problem, String lookalike) {
    if (strictness == Strictness.STRICT) {
      throw new JsonException("cannot write the value as JSON: " + problem);
    }
    return lookalike;
  }

  private interface Content {
    @Nullable Object plain();
  }
}
