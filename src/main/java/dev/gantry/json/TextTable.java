package dev.gantry.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a table as {@code docker ps} does: a header in capitals, columns of text, three blanks
 * between them, one line per row.
 *
 * <p>A table that is wider than the screen never wraps: the widest columns are cut with {@code …}
 * as long as each keeps 12 columns; then the last ones are left out.
 */
public final class TextTable {
  private static final int GAP = 3;
  private static final int LEAST = 12;

  private TextTable() {}

  /**
   * Lays out a table, each line with a line break.
   *
   * @param width columns of the screen; 0 when there is no limit
   */
  public static String format(Tabular table, int width, Colors colors) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.columns().stream().map(TextTable::header).toList());
    table.rows().forEach(row -> lines.add(cells(table.columns(), row)));
    int[] widths = fit(naturalWidths(lines, table.columns().size()), width);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = line(lines.get(i), widths);
      out.append(i == 0 ? colors.paint(Colors.Role.KEY, line) : line).append('\n');
    }
    return out.toString();
  }

  /** One line per row, cells parted by tabs, no header: made for cut, sort and read. */
  public static String tabbed(Tabular table) {
    StringBuilder out = new StringBuilder();
    table
        .rows()
        .forEach(row -> out.append(String.join("\t", cells(table.columns(), row))).append('\n'));
    return out.toString();
  }

  /** {@code SharedSize} becomes {@code SHARED SIZE}, as the Docker CLI heads its columns. */
  static String header(String column) {
    String words = column.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    return Printable.line(words.toUpperCase(Locale.ROOT));
  }

  /** The text of a cell: scalars as they are, nothing for null, JSON for what is nested. */
  public static String cell(@Nullable Object value) {
    Object shown = Json.display(value);
    if (shown == null) {
      return "";
    }
    boolean nested = shown instanceof Map || shown instanceof List;
    return Printable.line(nested ? Json.write(shown) : shown.toString());
  }

  private static List<String> cells(List<String> columns, Map<String, ?> row) {
    return columns.stream().map(column -> cell(row.get(column))).toList();
  }

  private static int[] naturalWidths(List<List<String>> lines, int columns) {
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(line.get(i)));
      }
    }
    return widths;
  }

  private static int[] fit(int[] natural, int width) {
    if (width <= 0 || natural.length == 0) {
      return natural;
    }
    int count = natural.length;
    while (count > 1 && leastWidth(natural, count) > width) {
      count--;
    }
    int[] widths = Arrays.copyOf(natural, count);
    int room = Math.max(1, width - GAP * (count - 1));
    while (Arrays.stream(widths).sum() > room) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  private static int leastWidth(int[] natural, int count) {
    int cells = Arrays.stream(natural, 0, count).map(w -> Math.min(w, LEAST)).sum();
    return cells + GAP * (count - 1);
  }

  private static int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      if (widths[i] >= widths[widest]) {
        widest = i;
      }
    }
    return widest;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(TextWidth.pad(TextWidth.cut(cells.get(i), widths[i]), widths[i]));
      line.append(" ".repeat(GAP));
    }
    return line.toString().stripTrailing();
  }
}
