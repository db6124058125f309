package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import dev.gantry.json.Tabular;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The processes of a container: one map for each, by the titles of {@code ps}. Shown as a table,
 * written as the daemon's JSON.
 */
public final class Processes implements Tabular, JsonView, Iterable<Map<String, String>> {
  private final Map<String, @Nullable Object> answer;

  Processes(@Nullable Object answer) {
    this.answer = Rows.map(answer);
  }

  /** The titles, as {@code ps} writes them. */
  public List<String> getTitles() {
    return Rows.texts(answer.get("Titles"));
  }

  /** The cells of each process. */
  public List<List<String>> getProcesses() {
    return answer.get("Processes") instanceof List<?> rows
        ? Rows.list(rows.stream().map(Rows::texts))
        : List.of();
  }

  @Override
  public List<String> columns() {
    return getTitles();
  }

  @Override
  public List<Map<String, String>> rows() {
    return Rows.list(getProcesses().stream().map(this::row));
  }

  private Map<String, String> row(List<String> cells) {
    Map<String, String> row = new LinkedHashMap<>();
    List<String> titles = getTitles();
    for (int i = 0; i < Math.min(titles.size(), cells.size()); i++) {
      row.put(titles.get(i), cells.get(i));
    }
    return row;
  }

  @Override
  public Iterator<Map<String, String>> iterator() {
    return rows().iterator();
  }

  @Override
  public Object toJson() {
    return answer;
  }
}
