package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import dev.gantry.json.Rounded;
import dev.gantry.json.Tabular;
import groovy.lang.Closure;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
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
  private final List<T> resources;
  private final List<String> columns;

  /** By the very thing, so that whoever sorts or picks keeps each thing's line. */
  private final Map<T, Line> lines;

  /** What the daemon said of a thing, and what the table shows of it. */
  private record Line(Map<String, @Nullable Object> listed, Map<String, ?> cells) {}

  private ResourceList(List<T> resources, List<String> columns, Map<T, Line> lines) {
    this.resources = new ArrayList<>(resources);
    this.columns = columns;
    this.lines = lines;
  }

  /**
   * A listing of things that are still as they were listed.
   *
   * @param cells what the table shows of each
   */
  ResourceList(List<T> resources, List<String> columns, Function<T, Map<String, ?>> cells) {
    this(resources, columns, new IdentityHashMap<>());
    resources.forEach(it -> lines.put(it, new Line(it.row(), cells.apply(it))));
  }

  @Override
  public T get(int index) {
    return resources.get(index);
  }

  /** Puts one of its own things elsewhere, for who sorts in place. */
  @Override
  public T set(int index, T resource) {
    line(resource);
    return resources.set(index, resource);
  }

  @Override
  public int size() {
    return resources.size();
  }

  /** Those for which a closure is true, shown as the same table. */
  public ResourceList<T> findAll(Closure<?> wanted) {
    return of(DefaultGroovyMethods.findAll((List<T>) this, wanted));
  }

  /** Those that a lambda picks, shown as the same table. */
  public ResourceList<T> findAll(Predicate<? super T> wanted) {
    return of(resources.stream().filter(wanted).toList());
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
    return new ResourceList<>(some, columns, lines);
  }

  private Line line(T resource) {
    return Objects.requireNonNull(lines.get(resource), "a thing that was not listed");
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
    return resources.stream().map(it -> line(it).cells()).toList();
  }

  @Override
  public Object toJson() {
    return resources.stream().map(it -> line(it).listed()).toList();
  }
}
