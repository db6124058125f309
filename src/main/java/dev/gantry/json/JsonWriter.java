package dev.gantry.json;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes plain values as JSON text: compact, or pretty with two spaces as jq does. */
final class JsonWriter {
  private static final int CHECKED = 1000;

  private final Appendable out;
  private final boolean pretty;
  private final Colors colors;
  private int lines;

  private JsonWriter(Appendable out, boolean pretty, Colors colors) {
    this.out = out;
    this.pretty = pretty;
    this.colors = colors;
  }

  static JsonWriter compact(Appendable out) {
    return new JsonWriter(out, false, Colors.OFF);
  }

  static JsonWriter pretty(Appendable out, Colors colors) {
    return new JsonWriter(out, true, colors);
  }

  void write(@Nullable Object plain) throws IOException {
    write(plain, 0);
  }

  private void write(@Nullable Object value, int depth) throws IOException {
    if (value instanceof Map<?, ?> map) {
      writeObject(map, depth);
    } else if (value instanceof Collection<?> list) {
      writeArray(list, depth);
    } else {
      out.append(colors.scalar(value, scalar(value)));
    }
  }

  /** A scalar as JSON text. */
  static String scalar(@Nullable Object value) {
    return value instanceof String text ? JsonEscapes.quote(text) : String.valueOf(value);
  }

  private void writeObject(Map<?, ?> map, int depth) throws IOException {
    out.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      breakLine(depth + 1);
      String name = JsonEscapes.quote(String.valueOf(entry.getKey()));
      out.append(colors.paint(Colors.Role.KEY, name)).append(pretty ? ": " : ":");
      write(entry.getValue(), depth + 1);
      separator = ",";
    }
    end(map.isEmpty(), depth, '}');
  }

  private void writeArray(Collection<?> list, int depth) throws IOException {
    out.append('[');
    String separator = "";
    for (Object value : list) {
      out.append(separator);
      breakLine(depth + 1);
      write(value, depth + 1);
      separator = ",";
    }
    end(list.isEmpty(), depth, ']');
  }

  private void end(boolean empty, int depth, char bracket) throws IOException {
    if (!empty) {
      breakLine(depth);
    }
    out.append(bracket);
  }

  /** Only what people look at is stopped: what goes to the engine goes whole. */
  private void breakLine(int depth) throws IOException {
    if (pretty) {
      if (++lines % CHECKED == 0) {
        Interrupts.check();
      }
      out.append('\n').append("  ".repeat(depth));
    }
  }
}
