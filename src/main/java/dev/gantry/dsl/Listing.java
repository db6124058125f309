package dev.gantry.dsl;

import dev.gantry.json.Rounded;
import dev.gantry.json.Tabular;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an answer that are no things of their own: shown as a table, written as they came.
 */
final class Listing extends AbstractList<Map<String, @Nullable Object>> implements Tabular {
  private final List<Map<String, @Nullable Object>> rows;
  private final List<String> columns;
  private final Function<Map<String, @Nullable Object>, Map<String, ?>> cells;

  Listing(
      List<Map<String, @Nullable Object>> rows,
      List<String> columns,
      Function<Map<String, @Nullable Object>, Map<String, ?>> cells) {
    this.rows = List.copyOf(rows);
    this.columns = columns;
    this.cells = cells;
  }

  @Override
  public Map<String, Object> get(int index) {
    return rows.get(index);
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<? extends Map<String, ?>> rows() {
    return Rounded.texts(cells());
  }

  @Override
  public List<? extends Map<String, ?>> cells() {
    return rows.stream().map(cells).toList();
  }
}
