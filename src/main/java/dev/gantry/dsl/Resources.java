package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.engine.NotFoundException;
import groovy.lang.Closure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All things of one kind on an engine: {@code docker.containers}, {@code docker.networks} and so
 * on. They are listed, or found by name or id.
 *
 * @param <T> one of the things
 */
public abstract class Resources<T extends Resource> {
  /** The engine they are on. */
  final Docker docker;

  private final String name;
  private final List<String> columns;

  /**
   * Things of one kind.
   *
   * @param name what they are called, in the plural
   * @param columns of the table that a listing is shown as
   */
  Resources(Docker docker, String name, List<String> columns) {
    this.docker = docker;
    this.name = name;
    this.columns = columns;
  }

  /** Lists them by one request, as far as the daemon shows them unasked. */
  public ResourceList<T> list() {
    return list(Map.of());
  }

  /** Lists them by one request; the options are those of the kind. */
  public abstract ResourceList<T> list(Map<String, ?> options);

  /** Lists them, with options that the closure assigns. */
  public ResourceList<T> list(Closure<?> options) {
    return list(ClosureOptions.of(options));
  }

  /**
   * Finds one by name, id or the beginning of an id.
   *
   * @param nameOrId no String, so that Groovy does not take this for how any property is read (see
   *     {@link Docker#get(CharSequence)})
   * @throws dev.gantry.engine.NotFoundException there is none
   */
  public abstract T get(CharSequence nameOrId);

  /** A name or an id that was given to a verb. */
  final String named(@Nullable CharSequence nameOrId) {
    if (nameOrId == null || nameOrId.toString().isBlank()) {
      throw new UsageException(
          "docker.%s wants a name or an id, got %s"
              .formatted(name, nameOrId == null ? "null" : "'" + nameOrId + "'"));
    }
    return nameOrId.toString();
  }

  /** Groovy's {@code docker.containers['web']}; see {@link #get}. */
  public T getAt(String nameOrId) {
    return get(nameOrId);
  }

  /** Groovy's {@code docker.containers.web}; see {@link #get}. */
  public T propertyMissing(String nameOrId) {
    try {
      return get(nameOrId);
    } catch (NotFoundException e) {
      if (Verbs.of(getClass(), nameOrId).isPresent()) {
        throw new UsageException(
            "'%s' of docker.%s is a verb: %s() calls it".formatted(nameOrId, name, nameOrId));
      }
      throw e;
    }
  }

  /** The thing of a row that the daemon sent. */
  abstract T listed(Map<String, @Nullable Object> row);

  /** What the table shows of a thing, by column. */
  abstract Map<String, ?> cells(T thing, Instant now);

  /** A listing of the rows in an answer. */
  final ResourceList<T> listing(@Nullable Object rows) {
    return listing(rows, this::listed);
  }

  /** A listing of rows of which things are made in their own way. */
  final ResourceList<T> listing(
      @Nullable Object rows, Function<Map<String, @Nullable Object>, T> make) {
    Instant now = Instant.now();
    return new ResourceList<>(
        Rows.of(rows).map(make).toList(), columns, thing -> cells(thing, now));
  }

  @Override
  public String toString() {
    return name + " of " + docker;
  }
}
