package dev.gantry.shell.printing;

import dev.gantry.dsl.Resource;
import dev.gantry.json.Csv;
import dev.gantry.json.FlatRows;
import dev.gantry.json.Json;
import dev.gantry.json.JsonTree;
import dev.gantry.json.JsonView;
import dev.gantry.json.NdJson;
import dev.gantry.json.Printable;
import dev.gantry.json.Tabular;
import dev.gantry.json.TextTable;
import dev.gantry.json.Yaml;
import java.io.Flushable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints the value of an expression.
 *
 * <p>Left to itself, it follows the value. For a person: a {@link Tabular} and a list of flat Maps
 * become a table no wider than the screen, other Maps and Lists a tree, one resource its own line.
 * For a program: all of these become JSON. Text, numbers and anything else are printed as they are,
 * null as nothing. What reads as text is text, even if it could be JSON: the output of a program.
 *
 * <p>An Iterator is a stream: it is shown as it comes, a line of text or JSON for each thing in it.
 */
public final class ValuePrinter {
  private final PrintStyle style;

  public ValuePrinter(PrintStyle style) {
    this.style = style;
  }

  /**
   * Prints a value, with a line break at the end if there is anything.
   *
   * @throws dev.gantry.json.JsonException a format was asked for that the value cannot have
   */
  public void print(@Nullable Object value, Appendable out) throws IOException {
    if (value instanceof Iterator<?> stream) {
      printEach(stream, out);
      return;
    }
    String text = text(value);
    String safe = style.terminal() ? Printable.text(text) : text;
    out.append(safe);
    if (!safe.isEmpty() && !safe.endsWith("\n")) {
      out.append('\n');
    }
  }

  /** A stream is shown as it comes, a line for each thing in it; it closes itself at its end. */
  private void printEach(Iterator<?> stream, Appendable out) throws IOException {
    while (stream.hasNext()) {
      Object item = stream.next();
      String line = isLine(item) ? String.valueOf(item) : Json.write(item);
      out.append(style.terminal() ? Printable.text(line) : line).append('\n');
      if (out instanceof Flushable buffered) {
        buffered.flush();
      }
    }
  }

  /** Text, and for a person what stands for JSON and has a line of its own, such as an event. */
  private boolean isLine(@Nullable Object item) {
    boolean forPerson = style.terminal() && style.format() == PrintStyle.Format.AUTO;
    return item instanceof CharSequence || (forPerson && item instanceof JsonView);
  }

  private String text(@Nullable Object value) throws IOException {
    return switch (style.format()) {
      case AUTO -> style.terminal() ? forPerson(value) : forProgram(value);
      case TABLE -> forPerson(value);
      case JSON -> Json.pretty(value, style.colors());
      case NDJSON -> NdJson.write(value);
      case YAML -> Yaml.write(value);
      case CSV -> Csv.write(value);
      case TEXT -> tabbed(value);
    };
  }

  private String forPerson(@Nullable Object value) throws IOException {
    Optional<Tabular> table = table(value);
    if (table.isPresent()) {
      StringBuilder lines = new StringBuilder();
      TextTable.write(table.get(), style.layout(), lines);
      return lines.toString();
    }
    return isStructured(value) && !(value instanceof Resource)
        ? JsonTree.format(value, style.colors())
        : plainText(value);
  }

  private String forProgram(@Nullable Object value) {
    return isStructured(value) ? Json.pretty(value, style.colors()) : plainText(value);
  }

  private static String tabbed(@Nullable Object value) {
    Optional<Tabular> table = table(value);
    if (table.isPresent()) {
      return TextTable.tabbed(table.get());
    }
    Object plain = isStructured(value) ? Json.display(value) : null;
    if (plain instanceof List<?> list) {
      return list.stream().map(item -> TextTable.cell(item) + "\n").collect(Collectors.joining());
    } else if (plain instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(
              entry ->
                  TextTable.cell(entry.getKey()) + "\t" + TextTable.cell(entry.getValue()) + "\n")
          .collect(Collectors.joining());
    }
    return plainText(value);
  }

  private static Optional<Tabular> table(@Nullable Object value) {
    if (value instanceof Tabular table) {
      return Optional.of(table);
    }
    return isStructured(value) ? FlatRows.of(Json.display(value)) : Optional.empty();
  }

  private static boolean isStructured(@Nullable Object value) {
    if (value == null || value instanceof CharSequence) {
      return false;
    }
    return value instanceof JsonView
        || value instanceof Tabular
        || value instanceof Map
        || (value instanceof Iterable && !(value instanceof Path))
        || (value.getClass().isArray() && !(value instanceof byte[]));
  }

  private static String plainText(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof byte[] bytes ? "<" + bytes.length + " bytes>" : String.valueOf(value);
  }
}
