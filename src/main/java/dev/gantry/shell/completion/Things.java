package dev.gantry.shell.completion;

import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Operation;
import java.util.Map;
import java.util.Optional;

/**
 * How a thing of the engine's is inspected, by its class.
 *
 * @param operation that gives its full JSON
 * @param parameter of the operation that names it
 * @param schema of the answer
 */
record Things(String operation, String parameter, String schema) {

  /** Nothing for a class that is no such thing. */
  static Optional<Things> of(Class<?> type) {
    return Verbs.of(type, "inspect")
        .map(Verb::operations)
        .filter(operations -> operations.size() == 1)
        .map(operations -> Catalogue.shipped().operation(operations.get(0)))
        .filter(operation -> !operation.id().startsWith("Swarm"))
        .map(Things::of);
  }

  private static Things of(Operation operation) {
    String path = operation.path();
    return new Things(
        operation.id(),
        path.substring(path.indexOf('{') + 1, path.indexOf('}')),
        operation.responses().getOrDefault(200, ""));
  }

  Optional<Object> read(Asking asking, String handle) {
    return asking.read(operation, Map.of(parameter, handle));
  }
}
