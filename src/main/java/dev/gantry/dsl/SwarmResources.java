package dev.gantry.dsl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * All things of one kind in a swarm, as a manager of it knows them.
 *
 * <p>Errors of every verb: {@link SwarmException} when the engine is no manager of a swarm.
 */
public abstract class SwarmResources<T extends SwarmResource> extends Resources<T> {
  private final Kind kind;
  private final BiFunction<Docker, Map<String, @Nullable Object>, T> make;

  SwarmResources(
      Docker docker,
      Kind kind,
      List<String> columns,
      BiFunction<Docker, Map<String, @Nullable Object>, T> make) {
    super(docker, kind.schema().toLowerCase(Locale.ROOT) + "s", columns);
    this.kind = kind;
    this.make = make;
  }

  /** The rows of one request, whose options are those of a row in the table of options. */
  final @Nullable Object rows(String operation, String verb, Map<String, ?> options) {
    return docker.ask(operation, docker.options(verb, options).query());
  }

  @Override
  public T get(CharSequence nameOrId) {
    return listed(kind.inspect(docker, named(nameOrId)));
  }

  @Override
  T listed(Map<String, @Nullable Object> row) {
    return make.apply(docker, row);
  }
}
