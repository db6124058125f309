package dev.gantry.json;

import java.io.IOException;
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

  private static final int CHECKED = 1000;

  private final Layout layout;
  private final Colors colors;
  private int values;

  private JsonTree(Layout layout) {
    this.layout = layout;
    this.colors = layout.colors();
  }

  /** Shows anything (see {@link Json#display}), each line with a line break. */
  public static String format(@Nullable Object value, Colors colors) {
    List<String> lines = new JsonTree(Layout.of(0, colors)).lines("", Json.display(value));
    return String.join("\n", lines) + "\n";
  }

  /** Writes plain values line by line; a long tree stops when the thread is interrupted. */
  public static void write(@Nullable Object plain, Layout layout, Appendable out)
      throws IOException {
    for (String line : new JsonTree(layout).lines("", plain)) {
      out.append(line).append('\n');
    }
  }

  /** The lines of a value that has a name, or none. */
  private List<String> lines(String name, @Nullable Object value) {
    if (++values % CHECKED == 0) {
      Interrupts.check();
    }
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      return mapLines(map);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      return listLines(list);
    } else if (value instanceof String text && text.strip().contains("\n")) {
      return text.stripTrailing().lines().map(line -> colors.scalar(text, shown(line))).toList();
    }
    return List.of(scalar(name, value));
  }

  private String scalar(String name, @Nullable Object value) {
    if (value instanceof Glance.Folded folded) {
      return colors.paint(Colors.Role.DIM, folded.text(layout.ellipsis()));
    }
    String text = shown(value);
    String accented = value instanceof String ? layout.accent(name, text) : text;
    return accented.equals(text) ? colors.scalar(value, text) : accented;
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
    List<String> nested = lines(String.valueOf(name), value);
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
      for (String line : lines("", item)) {
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
