package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import dev.gantry.json.Tabular;
import groovy.lang.Closure;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;

/**
 * What a {@code list()} gives: resources, each with the row that the daemon sent.
 *
 * <p>It is shown as a table, and written as the daemon's rows; neither asks the daemon again. It
 * does not change; what is picked from it or sorted is a list of the same kind.
 */
public final class ResourceList<T extends Resource> extends AbstractList<T>
    implements Tabular, JsonView {
  private final List<T> resources;
  private final List<String> columns;
  private final Function<T, Map<String, ?>> cells;

  ResourceList(List<T> resources, List<String> columns, Function<T, Map<String, ?>> cells) {
    this.resources = List.copyOf(resources);
    this.columns = columns;
    this.cells = cells;
  }

  @Override
  public T get(int index) {
    return resources.get(index);
  }

  @Override
  public int size() {
    return resources.size();
  }

  /** Those for which a closure is true, shown as the same table. */
  public ResourceList<T> findAll(Closure<?> wanted) {
    return of(DefaultGroovyMethods.findAll(resources, wanted));
  }

  /** The same in another order, by a closure that gives a key or compares two; a new list. */
  public ResourceList<T> sort(Closure<?> by) {
    return of(DefaultGroovyMethods.sort(resources, false, by));
  }

  /** The first of them. */
  public ResourceList<T> take(int count) {
    return of(resources.subList(0, Math.max(0, Math.min(count, size()))));
  }

  private ResourceList<T> of(List<T> some) {
    return new ResourceList<>(some, columns, cells);
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
