package dev.gantry.dsl;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contexts as {@code docker context ls} shows them: a star marks the one in use. */
final class ContextTable {
  private static final List<String> COLUMNS =
      List.of("NAME", "DESCRIPTION", "DOCKER ENDPOINT", "ERROR");

  private ContextTable() {}

  /** Rows of {@code name description host current error}. */
  static Listing of(Engines engines) {
    String current = engines.context().name();
    return new Listing(
        engines.contexts().stream().map(context -> row(context, current)).toList(),
        COLUMNS,
        ContextTable::cells);
  }

  private static Map<String, @Nullable Object> row(EngineContext context, String current) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("name", context.name());
    row.put("description", context.description());
    row.put("host", context.host());
    row.put("current", context.name().equals(current));
    row.put("error", context.error());
    return row;
  }

  private static Map<String, ?> cells(Map<String, @Nullable Object> row) {
    String mark = Boolean.TRUE.equals(row.get("current")) ? " *" : "";
    return Map.ofEntries(
        entry("NAME", Rows.text(row.get("name")) + mark),
        entry("DESCRIPTION", Rows.text(row.get("description"))),
        entry("DOCKER ENDPOINT", Rows.text(row.get("host"))),
        entry("ERROR", Rows.text(row.get("error"))));
  }
}
