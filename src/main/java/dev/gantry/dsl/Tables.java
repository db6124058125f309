package dev.gantry.dsl;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import dev.gantry.json.Colors;
import dev.gantry.json.FlatRows;
import dev.gantry.json.Interrupts;
import dev.gantry.json.Json;
import dev.gantry.json.JsonTree;
import dev.gantry.json.Tabular;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes tables of lists, and picks columns. Asks no engine: only what is in the rows is there. */
final class Tables {
  private Tables() {}

  static Tabular of(@Nullable Object value, String... columns) {
    List<Map<String, @Nullable Object>> rows = rows(value);
    if (columns.length > 0) {
      return picked(rows, columns);
    }
    if (value instanceof Tabular own) {
      return Tabular.of(own.columns(), own.rows());
    }
    return FlatRows.of(rows).orElseGet(() -> Tabular.of(names(rows), rows));
  }

  /** Each row as lines of its own, the cells that its table would have. */
  static String vertical(@Nullable Object value) {
    Tabular table = value instanceof Tabular own ? own : ofOneOrMany(Json.display(value));
    StringBuilder out = new StringBuilder();
    int number = 0;
    for (Map<String, ?> row : table.rows()) {
      Map<String, @Nullable Object> cells = new LinkedHashMap<>();
      table.columns().forEach(column -> cells.put(column, row.get(column)));
      out.append("-- ").append(++number).append(" --\n").append(JsonTree.format(cells, Colors.OFF));
    }
    return out.toString().stripTrailing();
  }

  private static Tabular ofOneOrMany(@Nullable Object plain) {
    return of(plain instanceof Map<?, ?> ? List.of(plain) : plain);
  }

  private static Tabular picked(List<Map<String, @Nullable Object>> rows, String... columns) {
    Set<String> known = new LinkedHashSet<>(names(rows));
    List<Map<String, ?>> cells = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows) {
      Interrupts.check();
      Map<String, @Nullable Object> line = new LinkedHashMap<>();
      for (String column : columns) {
        line.put(column, row.get(name(column, known)));
      }
      cells.add(line);
    }
    return Tabular.of(List.of(columns), cells);
  }

  /** The name as it is, or else one that differs in case only; where no row is, any name. */
  private static String name(String column, Set<String> known) {
    if (known.isEmpty() || known.contains(column)) {
      return column;
    }
    return known.stream()
        .filter(column::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException("no row has '" + column + "'" + DidYouMean.hint(column, known)));
  }

  /** The daemon's rows, where there is a table each with that table's cells behind. */
  private static List<Map<String, @Nullable Object>> rows(@Nullable Object value) {
    Object plain = value instanceof Tabular.Table table ? table.rows() : Json.display(value);
    List<?> items = plain instanceof List<?> list ? list : List.of(Rows.text(plain));
    if (plain instanceof Map<?, ?> || !items.stream().allMatch(Map.class::isInstance)) {
      throw new UsageException("a table is made of a list of maps; for one value there is tree()");
    }
    List<? extends Map<String, ?>> shown = value instanceof Tabular own ? own.rows() : List.of();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Interrupts.check();
      Map<String, @Nullable Object> row = new LinkedHashMap<>(Rows.map(items.get(i)));
      if (i < shown.size()) {
        shown.get(i).forEach(row::putIfAbsent);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> names(List<Map<String, @Nullable Object>> rows) {
    return rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
  }

  /** The lines {@code path = value} that two values do not share, beside each other by path. */
  static Tabular difference(List<String> these, List<String> those) {
    Map<String, String> here = byPath(these);
    Map<String, String> there = byPath(those);
    Set<String> paths = new LinkedHashSet<>(here.keySet());
    paths.addAll(there.keySet());
    List<Map<String, String>> rows =
        paths.stream()
            .filter(path -> !Objects.equals(here.get(path), there.get(path)))
            .map(
                path ->
                    Map.of(
                        "PATH", path,
                        "THIS", here.getOrDefault(path, ""),
                        "OTHER", there.getOrDefault(path, "")))
            .toList();
    return Tabular.of(List.of("PATH", "THIS", "OTHER"), rows);
  }

  private static Map<String, String> byPath(List<String> lines) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : lines) {
      int equals = line.indexOf(" = ");
      values.put(line.substring(0, equals), line.substring(equals + 3));
    }
    return values;
  }
}
