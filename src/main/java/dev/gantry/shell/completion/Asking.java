package dev.gantry.shell.completion;

import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Peek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one completion may ask, and until when it waits for answers.
 *
 * @param live null where nothing may be asked
 * @param docker the engine; null for the session's own
 * @param until a moment by {@link System#nanoTime}
 */
record Asking(@Nullable Live live, @Nullable Docker docker, long until) {

  /** Asks nothing. */
  static final Asking NOTHING = new Asking(null, null, 0);

  /** The same of another engine. */
  Asking of(@Nullable Docker other) {
    return new Asking(live, other, until);
  }

  /** What an operation answers that only reads. */
  Optional<Object> read(String operation, Map<String, ?> parameters) {
    return ask(operation + parameters, engine -> Peek.read(engine, operation, parameters));
  }

  /** The names in a folder of a container, each with whether it is a folder. */
  Map<?, ?> folder(String container, String path) {
    Optional<Object> names =
        ask("folder " + container + " " + path, engine -> Peek.folder(engine, container, path));
    return names.map(it -> (Map<?, ?>) it).orElse(Map.of());
  }

  /** The contexts of the Docker CLI: rows of name, description, host. */
  List<?> contexts() {
    Optional<Object> rows =
        live == null
            ? Optional.empty()
            : live.ask(new Live.Question(docker, "contexts"), Docker::getContexts, until);
    return rows.map(it -> (List<?>) it).orElse(List.of());
  }

  private Optional<Object> ask(String id, Live.Reading reading) {
    Live.Reading free = engine -> Peek.isFree(engine) ? reading.by(engine) : null;
    return live == null ? Optional.empty() : live.ask(new Live.Question(docker, id), free, until);
  }
}
