package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import dev.gantry.json.Tabular;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code list()} gives: resources, each with the row that the daemon sent.
 *
 * <p>It is shown as a table, and written as the daemon's rows, as they were when it was made:
 * neither asks the daemon again, nor minds that a thing has changed or gone since.
 */
public final class ResourceList<T extends Resource> extends AbstractList<T>
    implements Tabular, JsonView {
  private final List<T> resources;
  private final List<Map<String, @Nullable Object>> listed;
  private final List<String> columns;
  private final List<Map<String, ?>> cells;

  /**
   * A listing of things that are still as they were listed.
   *
   * @param cells what the table shows of each
   */
  ResourceList(List<T> resources, List<String> columns, Function<T, Map<String, ?>> cells) {
    this.resources = List.copyOf(resources);
    this.listed = resources.stream().map(Resource::row).toList();
    this.columns = columns;
    this.cells = resources.stream().<Map<String, ?>>map(cells).toList();
  }

  @Override
  public T get(int index) {
    return resources.get(index);
  }

  @Override
  public int size() {
    return resources.size();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<? extends Map<String, ?>> rows() {
    return cells;
  }

  @Override
  public Object toJson() {
    return listed;
  }
}
