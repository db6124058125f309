package dev.gantry.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes comma-separated values (RFC 4180): a header, CRLF at the end of each line, quotes where
 * they are needed, nested values as JSON, nothing for null.
 *
 * <p>Cells are not changed to please spreadsheets: one that begins with {@code =} stays what the
 * engine said, since a file that is read by a program must hold the value and nothing else. Who
 * opens the file in a spreadsheet imports its columns as text.
 */
public final class Csv {
  private Csv() {}

  /**
   * Writes a {@link Tabular} with its columns, a list of Maps with every name that occurs, a Map as
   * one row, and anything else as a column {@code value}.
   *
   * @throws JsonException the value has no JSON form
   */
  public static String write(@Nullable Object value) {
    if (value instanceof Tabular table) {
      return write(table.columns(), table.rows());
    }
    Object plain = Json.plain(value);
    List<Map<?, ?>> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    for (Object item : plain instanceof List<?> list ? list : new Single(plain).asList()) {
      Map<?, ?> row = item instanceof Map<?, ?> map ? map : new Single(item).asRow();
      row.keySet().forEach(name -> columns.add(String.valueOf(name)));
      rows.add(row);
    }
    return write(List.copyOf(columns), rows);
  }

  private static String write(List<String> columns, List<? extends Map<?, ?>> rows) {
    StringBuilder out = new StringBuilder();
    if (!columns.isEmpty()) {
      out.append(columns.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n")));
    }
    for (Map<?, ?> row : rows) {
      String line =
          columns.stream()
              .map(name -> quoted(cell(row.get(name))))
              .collect(Collectors.joining(","));
      // A lone empty cell would be an empty line, which readers skip.
      out.append(line.isEmpty() ? "\"\"" : line).append("\r\n");
    }
    return out.toString();
  }

  private static String cell(@Nullable Object value) {
    Object plain = Json.plain(value);
    if (plain == null) {
      return "";
    }
    return plain instanceof String text ? text : Json.write(plain);
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain && cell.equals(cell.strip()) ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** A value that is no Map, as a table of one column. */
  private record Single(@Nullable Object value) {
    List<?> asList() {
      return value == null ? List.of() : List.of(value);
    }

    Map<String, ?> asRow() {
      return value == null ? Map.of() : Map.of("value", value);
    }
  }
}
