package dev.gantry.json;

import dev.gantry.json.Colors.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a table as {@code docker ps} does: a header in capitals, columns of text, three blanks
 * between them, one line per row.
 *
 * <p>A table that is wider than the screen never wraps: the widest columns are cut with {@code …}
 * as long as each keeps some width; then whole columns are left out, which a last line tells.
 */
public final class TextTable {
  /** Of a cell that is never shown whole, no more than so many screens are looked at. */
  private static final int SCREENS = 8;

  private static final int CHECKED = 1000;

  private TextTable() {}

  /**
   * Lays out a table, each line with a line break.
   *
   * @param width columns of the screen; 0 when there is no limit
   */
  public static String format(Tabular table, int width, Colors colors) {
    StringBuilder out = new StringBuilder();
    try {
      write(table, Layout.of(width, colors), out);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return out.toString();
  }

  /** Writes a table line by line; a long one stops when the thread is interrupted. */
  public static void write(Tabular table, Layout layout, Appendable out) throws IOException {
    List<String> headers = table.columns().stream().map(TextTable::header).toList();
    List<List<String>> lines = new ArrayList<>();
    lines.add(headers);
    for (Map<String, ?> row : table.cells()) {
      check(lines.size());
      lines.add(cells(table.columns(), row, layout));
    }
    TableFit fit = TableFit.of(headers, naturalWidths(lines, headers.size()), layout.width());
    for (int i = 0; i < lines.size(); i++) {
      check(i);
      String line = line(lines.get(i), headers, fit, i == 0 ? head(layout) : layout);
      out.append(i == 0 ? layout.colors().paint(Role.KEY, line) : line).append('\n');
    }
    if (!fit.isWhole(headers.size())) {
      String left = "not shown: " + String.join(", ", fit.left(headers));
      String whole = layout.ellipsis() + " " + left + " (_.vertical() shows all)";
      String note =
          TextWidth.of(whole) <= layout.width()
              ? whole
              : layout.cut(layout.ellipsis() + " " + left, layout.width());
      out.append(layout.colors().paint(Role.DIM, note)).append('\n');
    }
  }

  private static void check(int row) {
    if (row % CHECKED == CHECKED - 1) {
      Interrupts.check();
    }
  }

  private static Layout head(Layout layout) {
    return new Layout(layout.width(), Colors.OFF, layout.ellipsis(), layout.accents());
  }

  /** One line per row, cells parted by tabs, no header: made for cut, sort and read. */
  public static String tabbed(Tabular table) {
    StringBuilder out = new StringBuilder();
    table
        .rows()
        .forEach(
            row ->
                out.append(String.join("\t", cells(table.columns(), row, Layout.PLAIN)))
                    .append('\n'));
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

  private static String cell(@Nullable Object value, Layout layout) {
    return cell(layout.exact() && value instanceof Rounded both ? both.exact() : value);
  }

  private static List<String> cells(List<String> columns, Map<String, ?> row, Layout layout) {
    int most = layout.width() > 0 ? layout.width() * SCREENS : Integer.MAX_VALUE;
    return columns.stream()
        .map(column -> cell(row.get(column), layout))
        .map(text -> text.length() > most ? text.substring(0, most) : text)
        .toList();
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

  private static String line(
      List<String> cells, List<String> headers, TableFit fit, Layout layout) {
    StringBuilder line = new StringBuilder();
    int blanks = 0;
    for (int i = 0; i < fit.shown().length; i++) {
      int column = fit.shown()[i];
      String text = layout.cut(cells.get(column), fit.widths()[i]);
      if (!text.isEmpty()) {
        line.append(" ".repeat(blanks)).append(layout.accent(headers.get(column), text));
        blanks = 0;
      }
      blanks += fit.widths()[i] - TextWidth.of(text) + TableFit.GAP;
    }
    return line.toString().stripTrailing();
  }
}
