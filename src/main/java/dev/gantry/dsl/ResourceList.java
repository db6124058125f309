package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import dev.gantry.json.Tabular;
import groovy.lang.Closure;
import java.util.AbstractList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code list()} gives: resources, each with the row that the daemon sent.
 *
 * <p>It is shown as a table, and written as the daemon's rows, as they were when it was made:
 * neither asks the daemon again, nor minds that a thing has changed or gone since. It does not
 * change; what is picked from it or sorted is a list of the same kind.
 */
public final class ResourceList<T extends Resource> extends AbstractList<T>
    implements Tabular, JsonView {
  private final List<Line<T>> lines;
  private final List<String> columns;

  /** A resource, what the daemon said of it, and what the table shows of it. */
  private record Line<T>(
      T resource, Map<String, @Nullable Object> listed, Map<String, ?> cells) {}

  private ResourceList(List<String> columns, List<Line<T>> lines) {
    this.columns = columns;
    this.lines = lines;
  }

  /**
   * A listing of things that are still as they were listed.
   *
   * @param cells what the table shows of each
   */
  ResourceList(List<T> resources, List<String> columns, Function<T, Map<String, ?>> cells) {
    this(
        columns,
        resources.stream().map(it -> new Line<T>(it, it.row(), cells.apply(it))).toList());
  }

  @Override
  public T get(int index) {
    return lines.get(index).resource();
  }

  @Override
  public int size() {
    return lines.size();
  }

  /** Those for which a closure is true, shown as the same table. */
  public ResourceList<T> findAll(Closure<?> wanted) {
    return of(DefaultGroovyMethods.findAll((List<T>) this, wanted));
  }

  /** The same in another order, by a closure that gives a key or compares two; a new list. */
  public ResourceList<T> sort(Closure<?> by) {
    return of(DefaultGroovyMethods.sort(this, false, by));
  }

  /** The first of them. */
  public ResourceList<T> take(int count) {
    return of(subList(0, Math.max(0, Math.min(count, size()))));
  }

  private ResourceList<T> of(List<T> some) {
    Map<T, Line<T>> known = new IdentityHashMap<>();
    lines.forEach(line -> known.put(line.resource(), line));
    return new ResourceList<>(
        columns, some.stream().map(it -> Objects.requireNonNull(known.get(it))).toList());
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<? extends Map<String, ?>> rows() {
    return lines.stream().map(Line::cells).toList();
  }

  @Override
  public Object toJson() {
    return lines.stream().map(Line::listed).toList();
  }
}
