package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.EngineClient;
import dev.gantry.engine.Operation;
import dev.gantry.engine.Parameter;
import groovy.lang.Closure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Every operation of the Engine API by its id: {@code docker.api.ContainerTop(id: 'web', ps_args:
 * 'aux')}.
 *
 * <p>Parameters have the daemon's names, the body is {@code body:}; all are checked against the
 * catalogue before anything is sent. What it gives follows the answer: a JSON value; text; true or
 * false for a change that was made or was not needed; {@link dev.gantry.engine.ObjectStream} for
 * objects that keep coming (with a closure, each is handed to it); for output of programs and for
 * archives the open {@link dev.gantry.http.HttpResponse}, for a connection that is taken over
 * {@link dev.gantry.http.UpgradedConnection}. What is open is closed by the caller.
 */
public final class Api {
  private final EngineClient engine;

  Api(EngineClient engine) {
    this.engine = engine;
  }

  /** The ids of all operations. */
  public List<String> getOperations() {
    return Catalogue.shipped().operations().stream().map(Operation::id).toList();
  }

  /** Calls an operation by its id. */
  public @Nullable Object call(Map<String, ?> parameters, String operation) {
    return switch (Catalogue.shipped().operation(operation).answer()) {
      case OBJECTS -> engine.objects(operation, parameters);
      case FRAMES, TAR -> engine.open(operation, parameters);
      case HIJACK, WEBSOCKET -> engine.takeOver(operation, parameters);
      default -> engine.call(operation, parameters);
    };
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
    return each == null ? call(parameters, operation) : follow(parameters, operation, each);
  }

  private @Nullable Object follow(Map<String, ?> parameters, String operation, Closure<?> each) {
    try (var objects = engine.objects(operation, parameters)) {
      objects.forEachRemaining(each::call);
    }
    return null;
  }

  /**
   * Groovy's {@code docker.api.Name} without parentheses: what the catalogue says of the operation.
   */
  public Map<String, @Nullable Object> propertyMissing(String name) {
    Operation operation = Catalogue.shipped().operation(name);
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("id", operation.id());
    map.put("does", operation.does());
    map.put("method", operation.method());
    map.put("path", operation.path());
    map.put("since", Objects.toString(operation.since(), null));
    map.put("answer", operation.answer().name().toLowerCase(Locale.ROOT));
    map.put("mutates", operation.mutates());
    map.put("parameters", operation.parameters().stream().map(Parameter::name).toList());
    return map;
  }
}
