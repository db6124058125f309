package dev.gantry.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows a value as an indented tree for people: {@code key: value}, values of neighbours aligned,
 * items of a list behind a dash. Not meant to be read back.
 */
public final class JsonTree {
  private static final int LONGEST_ALIGNED = 24;

  private final Colors colors;

  private JsonTree(Colors colors) {
    this.colors = colors;
  }

  /** Shows anything (see {@link Json#display}), each line with a line break. */
  public static String format(@Nullable Object value, Colors colors) {
    List<String> lines = new JsonTree(colors).lines(Json.display(value));
    return String.join("\n", lines) + "\n";
  }

  private List<String> lines(@Nullable Object value) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      return mapLines(map);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      return listLines(list);
    } else if (value instanceof String text && text.strip().contains("\n")) {
      return text.stripTrailing().lines().map(line -> colors.scalar(text, shown(line))).toList();
    }
    return List.of(colors.scalar(value, shown(value)));
  }

  private List<String> mapLines(Map<?, ?> map) {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      entries.add(entry(entry.getKey(), entry.getValue()));
    }
    int column =
        entries.stream()
            .filter(entry -> !entry.block())
            .mapToInt(entry -> TextWidth.of(entry.name()))
            .filter(width -> width <= LONGEST_ALIGNED)
            .max()
            .orElse(0);
    List<String> lines = new ArrayList<>();
    entries.forEach(entry -> add(entry, column, lines));
    return lines;
  }

  private Entry entry(@Nullable Object name, @Nullable Object value) {
    List<String> nested = lines(value);
    return new Entry(
        Printable.line(String.valueOf(name)), isNested(value) || nested.size() > 1, nested);
  }

  private void add(Entry entry, int column, List<String> lines) {
    String head = colors.paint(Colors.Role.KEY, entry.name()) + ":";
    if (entry.block()) {
      lines.add(head);
      entry.lines().forEach(line -> lines.add("  " + line));
    } else {
      int gap = Math.max(0, column - TextWidth.of(entry.name())) + 1;
      lines.add(head + " ".repeat(gap) + entry.lines().get(0));
    }
  }

  private List<String> listLines(List<?> list) {
    List<String> lines = new ArrayList<>();
    for (Object item : list) {
      String mark = colors.paint(Colors.Role.DIM, "-") + " ";
      for (String line : lines(item)) {
        lines.add(mark + line);
        mark = "  ";
      }
    }
    return lines;
  }

  private static boolean isNested(@Nullable Object value) {
    return (value instanceof Map<?, ?> map && !map.isEmpty())
        || (value instanceof List<?> list && !list.isEmpty());
  }

  private static String shown(@Nullable Object value) {
    boolean bare = value instanceof String text && !text.isBlank();
    return bare ? Printable.line(String.valueOf(value)) : Json.write(value);
  }

  /** A name and its value; a block stands on lines of its own below the name. */
  private record Entry(String name, boolean block, List<String> lines) {}
}
