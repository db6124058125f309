package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.EngineClient;
import groovy.lang.Closure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every operation of the Engine API by its id: {@code docker.api.ContainerTop(id: 'web', ps_args:
 * 'aux')}.
 *
 * <p>Parameters have the daemon's names, the body is {@code body:}; all are checked against the
 * catalogue before anything is sent, the body's fields as well, unless {@code strict: false} is
 * among them. What it gives follows the answer: a JSON value; text; true or false for a change that
 * was made or was not needed; {@link dev.gantry.engine.ObjectStream} for objects that keep coming;
 * for output of programs and for archives the open {@link dev.gantry.http.HttpResponse}, for a
 * connection that is taken over {@link dev.gantry.http.UpgradedConnection}. What is open is closed
 * by the caller.
 *
 * <p>A closure is handed what is streamed: each object, each {@link dev.gantry.engine.Frame} of a
 * program's output, or once the open answer or connection, which is closed after it.
 */
public final class Api {
  private final EngineClient engine;

  Api(EngineClient engine) {
    this.engine = engine;
  }

  /**
   * The published operations, a row for each: id, method, path, tag, since, until, mutating,
   * stream.
   */
  public List<Map<String, Object>> operations() {
    return ApiTable.of(Catalogue.shipped().operations());
  }

  /** Those that engines have and the published definitions leave out; the same rows. */
  public List<Map<String, Object>> unpublished() {
    return ApiTable.of(Catalogue.shipped().unpublished());
  }

  /**
   * Searches ids, paths, words and parameters: {@code docker.api.find('prune')}.
   *
   * @param words all of them have to be there, in any case
   * @return the same rows as {@link #operations()}
   */
  public List<Map<String, Object>> find(CharSequence words) {
    return ApiTable.find(words.toString());
  }

  /**
   * What the catalogue says of an operation, such as {@code ContainerUpdate}: what it does, its
   * parameters, the fields of its body, its answers by status; or of an object, such as {@code
   * HostConfig}.
   *
   * @throws UsageException there is none of that name
   */
  public Map<String, Object> help(CharSequence name) {
    return ApiHelp.of(name.toString());
  }

  /**
   * Calls an operation by its id.
   *
   * @param parameters the daemon's, and {@code strict: false}, which lets anything pass
   */
  public @Nullable Object call(Map<String, ?> parameters, String operation) {
    return streams(parameters, operation).open();
  }

  private ApiStreams streams(Map<String, ?> parameters, String operation) {
    Map<String, @Nullable Object> sent = Options.named(parameters);
    boolean strict = !Boolean.FALSE.equals(sent.remove("strict"));
    return new ApiStreams(
        strict ? engine : engine.unchecked(), Catalogue.shipped().operation(operation), sent);
  }

  /** Groovy's {@code docker.api.AnyOperation(…)}. */
  public @Nullable Object methodMissing(String operation, Object arguments) {
    List<Object> given = Arrays.asList((Object[]) arguments);
    Map<String, ?> parameters = Map.of();
    for (Object argument : given) {
      if (argument instanceof Map<?, ?> map) {
        parameters = Options.named(map);
      } else if (!(argument instanceof Closure)) {
        throw new UsageException(
            "%s takes named parameters, such as (id: 'web'), got: %s"
                .formatted(operation, argument));
      }
    }
    Closure<?> each = Options.closureIn(given);
    ApiStreams streams = streams(parameters, operation);
    return each == null ? streams.open() : streams.to(each);
  }

  /** Groovy's {@code docker.api.Name} without parentheses: the same as {@link #help}. */
  public Map<String, Object> propertyMissing(String name) {
    return help(name);
  }
}
