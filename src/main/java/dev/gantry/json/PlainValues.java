package dev.gantry.json;

import java.io.File;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
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
import java.util.stream.IntStream;
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

  private static final int CHECKED = 1000;

  private final Strictness strictness;
  private int entered;

  /** The containers on the way down to the current value: meeting one again is a cycle. */
  private final IdentityHashMap<Object, Boolean> open = new IdentityHashMap<>();

  PlainValues(Strictness strictness) {
    this.strictness = strictness;
  }

  @Nullable Object plain(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof String) {
      return value;
    } else if (value instanceof Number number) {
      return number(number);
    } else if (value instanceof byte[] bytes) {
      return bytes(bytes);
    } else if (isText(value) && !(value instanceof JsonView)) {
      return text(value);
    } else if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    }
    return container(value);
  }

  /** Goes down in few and small frames: a thousand levels must fit on the stack of any thread. */
  private @Nullable Object container(Object value) {
    Object refused = enter(value);
    if (refused != null) {
      return refused;
    }
    Object plain;
    if (value instanceof JsonView view) {
      plain = plain(view.toJson());
    } else if (value instanceof Map<?, ?> map) {
      plain = map(map);
    } else {
      plain = list(items(value));
    }
    open.remove(value);
    return plain;
  }

  private @Nullable Object enter(Object value) {
    if (strictness == Strictness.LENIENT && ++entered % CHECKED == 0) {
      Interrupts.check();
    }
    if (open.containsKey(value)) {
      return refuse("the value contains itself", "(contains itself)");
    } else if (open.size() >= JsonReader.MAX_DEPTH) {
      return refuse("it is nested deeper than " + JsonReader.MAX_DEPTH + " levels", "…");
    } else if (!isContainer(value)) {
      return refuse("a " + value.getClass().getName() + " has no JSON form", value.toString());
    }
    open.put(value, true);
    return null;
  }

  private Map<String, @Nullable Object> map(Map<?, ?> source) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : source.entrySet()) {
      map.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
    }
    return map;
  }

  private List<@Nullable Object> list(Iterable<?> source) {
    List<@Nullable Object> list = new ArrayList<>();
    for (Object item : source) {
      list.add(plain(item));
    }
    return list;
  }

  private static boolean isContainer(Object value) {
    return value instanceof JsonView
        || value instanceof Map
        || value instanceof Iterable
        || value instanceof Tabular
        || value.getClass().isArray();
  }

  private static Iterable<?> items(Object value) {
    if (value instanceof Iterable<?> values) {
      return values;
    } else if (value instanceof Tabular table) {
      return table.rows();
    }
    return () ->
        IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i)).iterator();
  }

  private Object number(Number number) {
    if (number instanceof Integer || number instanceof Long || number instanceof BigDecimal) {
      return number;
    }
    try {
      BigDecimal exact = new BigDecimal(number.toString());
      boolean known =
          number instanceof BigInteger || number instanceof Double || number instanceof Float;
      return known ? number : exact;
    } catch (NumberFormatException e) {
      return refuse(number + " is not a number that JSON can hold", number.toString());
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
}
