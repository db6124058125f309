package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import dev.gantry.json.Tabular;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a {@code list()} gives: resources, each with the row that the daemon sent.
 *
 * <p>It is shown as a table, and written as the daemon's rows; neither asks the daemon again.
 */
public final class ResourceList<T extends Resource> extends AbstractList<T>
    implements Tabular, JsonView {
  private final List<T> resources;
  private final List<String> columns;
  private final Function<T, Map<String, ?>> cells;

  ResourceList(List<T> resources, List<String> columns, Function<T, Map<String, ?>> cells) {
    this.resources = new ArrayList<>(resources);
    this.columns = columns;
    this.cells = cells;
  }

  @Override
  public T get(int index) {
    return resources.get(index);
  }

  /** Groovy's {@code list.sort { it.name }} sorts in place. */
  @Override
  public T set(int index, T resource) {
    return resources.set(index, resource);
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
    return resources.stream().map(cells).toList();
  }

  @Override
  public Object toJson() {
    return resources.stream().map(Resource::row).toList();
  }
}
