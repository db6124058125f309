package dev.gantry.shell.printing;

import dev.gantry.dsl.Event;
import dev.gantry.dsl.LogLine;
import dev.gantry.dsl.Pruned;
import dev.gantry.dsl.Resource;
import dev.gantry.dsl.Resources;
import dev.gantry.dsl.Result;
import dev.gantry.json.Colors.Role;
import dev.gantry.json.Csv;
import dev.gantry.json.FlatRows;
import dev.gantry.json.Glance;
import dev.gantry.json.Json;
import dev.gantry.json.JsonTree;
import dev.gantry.json.JsonView;
import dev.gantry.json.NdJson;
import dev.gantry.json.Printable;
import dev.gantry.json.Tabular;
import dev.gantry.json.TextTable;
import dev.gantry.json.Views;
import dev.gantry.json.Yaml;
import groovy.lang.Range;
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
  private final Views views;

  public ValuePrinter(PrintStyle style) {
    this(style, Views.NONE);
  }

  /**
   * Prints what the user chose instead of the user's own types.
   *
   * @param views what is shown in the place of a value, and of what is in it
   */
  public ValuePrinter(PrintStyle style, Views views) {
    this.style = style;
    this.views = views;
  }

  /**
   * Prints a value, with a line break at the end if there is anything.
   *
   * @throws dev.gantry.json.JsonException a format was asked for that the value cannot have
   * @throws java.util.concurrent.CancellationException the thread was interrupted
   */
  public void print(@Nullable Object given, Appendable out) throws IOException {
    Object value = listed(views.of(given));
    if (value instanceof Iterator<?> stream) {
      printEach(stream, out);
    } else if (style.suitsPerson()) {
      forPerson(value, out);
    } else {
      new Lines(style.terminal(), out).add(text(value)).end();
    }
  }

  /** Who types {@code docker.images} and no more wants to see them. */
  private static @Nullable Object listed(@Nullable Object value) {
    return value instanceof Resources<?> all ? all.list() : value;
  }

  /** A stream is shown as it comes, a line for each thing in it; it closes itself at its end. */
  private void printEach(Iterator<?> stream, Appendable out) throws IOException {
    while (stream.hasNext()) {
      Object item = views.of(stream.next());
      String line = isLine(item) ? String.valueOf(item) : Json.write(item);
      String safe = style.terminal() ? Printable.text(line) : line;
      out.append(inColour(item, safe)).append('\n');
      if (out instanceof Flushable buffered) {
        buffered.flush();
      }
    }
  }

  /** The name of the thing in a colour of its own, so that an eye can follow it. */
  private String inColour(@Nullable Object item, String line) {
    if (item instanceof LogLine log && line.startsWith(log.container())) {
      String rest = line.substring(log.container().length());
      return style.colors().byName(log.container()) + rest;
    } else if (item instanceof Event event) {
      String name = "name=" + Printable.line(event.getName());
      return line.replace(name, "name=" + style.colors().byName(name.substring(5)));
    }
    return line;
  }

  /** Text, and for a person what stands for JSON and has a line of its own, such as an event. */
  private boolean isLine(@Nullable Object item) {
    boolean forPerson = style.terminal() && style.format() == PrintStyle.Format.AUTO;
    return item instanceof CharSequence || (forPerson && item instanceof JsonView);
  }

  private String text(@Nullable Object value) {
    return switch (style.format()) {
      case AUTO, TABLE ->
          isStructured(value) ? Json.pretty(value, style.colors()) : plainText(value);
      case JSON -> Json.pretty(value, style.colors());
      case NDJSON -> NdJson.write(value);
      case YAML -> Yaml.write(value);
      case CSV -> Csv.write(value);
      case TEXT -> tabbed(value);
    };
  }

  private void forPerson(@Nullable Object given, Appendable out) throws IOException {
    Object value = given instanceof Optional<?> optional ? optional.orElse(null) : given;
    if (value instanceof Result result) {
      forPerson(result, new Lines(style.terminal(), out));
    } else if (value instanceof Tabular table) {
      TextTable.write(table, style.layout(), out);
    } else if (isStructured(value) && !(value instanceof Resource) && !(value instanceof Range)) {
      structured(value, out);
    } else if (value != null) {
      String text = value instanceof CharSequence ? value.toString() : Words.of(value);
      new Lines(style.terminal(), out).add(text).end();
    }
  }

  /** What went wrong stands out: what came by standard error, and the status. */
  private void forPerson(Result result, Lines lines) throws IOException {
    for (Result.Part part : result.parts()) {
      lines.add(
          part.text(), part.isErr() ? text -> style.colors().paint(Role.ERR, text) : text -> text);
    }
    lines.end();
    if (!result.isOk()) {
      lines
          .add("exit code " + result.getExitCode(), text -> style.colors().paint(Role.ERR, text))
          .end();
    }
  }

  private void structured(@Nullable Object given, Appendable out) throws IOException {
    Object value =
        given instanceof Pruned pruned && !style.layout().exact() ? pruned.shown() : given;
    Glance.Seen seen =
        style.extent() == PrintStyle.Extent.FOLDED
            ? Glance.of(value, views)
            : new Glance.Seen(Json.display(value), 0, false);
    Optional<Tabular> table = FlatRows.of(seen.plain());
    if (table.isPresent()) {
      TextTable.write(table.get(), style.layout(), out);
    } else {
      JsonTree.write(seen.plain(), style.layout(), out);
    }
    if (!seen.isWhole()) {
      String note = note(seen, table.isPresent() ? "table" : "tree");
      out.append(style.colors().paint(Role.DIM, note)).append('\n');
    }
  }

  private String note(Glance.Seen seen, String verb) {
    String dots = style.layout().ellipsis() + " ";
    String more =
        seen.more() < 0 ? "more" : String.format(java.util.Locale.ROOT, "%,d more", seen.more());
    String folded = seen.folded() ? "long or deep parts are folded" : "";
    String what = seen.more() == 0 ? folded : more + (folded.isEmpty() ? "" : ", and " + folded);
    return dots + what + (seen.more() < 0 ? "" : ": _." + verb + "() shows all");
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
