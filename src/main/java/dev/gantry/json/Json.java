package dev.gantry.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as plain values.
 *
 * <p>Plain values are Map (a LinkedHashMap in the order of the text), List (an ArrayList), String,
 * Integer, Long, BigInteger, BigDecimal, Boolean and null. Numbers keep their digits: {@code 1.10}
 * is written back as {@code 1.10}. A name that comes twice keeps its last value. Values may be
 * nested 1000 levels deep; a string may have 100 million characters.
 */
public final class Json {
  private Json() {}

  /**
   * Reads the one value that a text consists of.
   *
   * @throws JsonException the text is empty, is not JSON, or goes on after the value
   */
  public static @Nullable Object read(String text) {
    return JsonReader.readWhole(new StringReader(text));
  }

  /** Reads the one value that a UTF-8 text consists of; see {@link #read(String)}. */
  public static @Nullable Object read(byte[] text) {
    return read(new String(text, StandardCharsets.UTF_8));
  }

  /**
   * Reads a UTF-8 text to its end; the caller closes the stream. See {@link #read(String)}.
   *
   * @throws JsonException as for a String, or the stream broke
   */
  public static @Nullable Object read(InputStream text) {
    return JsonReader.readWhole(new Utf8Reader(text));
  }

  /**
   * Reads a text that must be an object.
   *
   * @throws JsonException as for {@link #read(String)}, or the value is not an object
   */
  public static Map<String, @Nullable Object> readMap(String text) {
    return map(read(text));
  }

  /** Reads a UTF-8 text that must be an object; see {@link #readMap(String)}. */
  public static Map<String, @Nullable Object> readMap(byte[] text) {
    return map(read(text));
  }

  /** Reads a UTF-8 text that must be an object; see {@link #read(InputStream)}. */
  public static Map<String, @Nullable Object> readMap(InputStream text) {
    return map(read(text));
  }

  /**
   * Writes a value on one line without blanks.
   *
   * @param value anything that {@link #plain} accepts
   * @throws JsonException the value has no JSON form
   */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    try {
      write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return out.toString();
  }

  /** Writes a value on one line as UTF-8; see {@link #write(Object)}. The stream stays open. */
  public static void write(@Nullable Object value, OutputStream out) throws IOException {
    out.write(write(value).getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a value on one line; see {@link #write(Object)}. */
  public static void write(@Nullable Object value, Appendable out) throws IOException {
    JsonWriter.compact(out).write(plain(value));
  }

  /** Writes a value over several lines, two spaces per level, without a line break at the end. */
  public static String pretty(@Nullable Object value) {
    return pretty(value, Colors.OFF);
  }

  /** Writes a value over several lines and in colours; see {@link #pretty(Object)}. */
  public static String pretty(@Nullable Object value, Colors colors) {
    StringBuilder out = new StringBuilder();
    try {
      JsonWriter.pretty(out, colors).write(plain(value));
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return out.toString();
  }

  /**
   * Makes plain values of Maps (names by toString), Iterables, arrays, CharSequences, Numbers,
   * Booleans, enums (by name), {@code java.time}, Date, Path, File, URI, URL, UUID, Optional,
   * {@link JsonView} and {@link Tabular}. Bytes become base64, which is what the Docker API
   * expects.
   *
   * @return a copy: containers are new, scalars are shared
   * @throws JsonException for anything else, a number that is not finite, a value that contains
   *     itself, or more than 1000 levels
   */
  public static @Nullable Object plain(@Nullable Object value) {
    return new PlainValues(PlainValues.Strictness.STRICT).plain(value);
  }

  /**
   * Makes plain values to look at: like {@link #plain}, but what has no JSON form is replaced by a
   * text and never refused. An interrupt of the thread ends the work on a large one.
   */
  public static @Nullable Object display(@Nullable Object value) {
    return new PlainValues(PlainValues.Strictness.LENIENT).plain(value);
  }

  @SuppressWarnings("unchecked") // the reader makes maps with String names only
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw new JsonException("expected a JSON object but got " + kind(value));
  }

  private static String kind(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof Iterable) {
      return "an array";
    }
    return value instanceof String ? "a string" : "a " + value.getClass().getSimpleName();
  }
}
