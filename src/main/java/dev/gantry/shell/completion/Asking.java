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
 * @param docker the engine; null for the session's own
 * @param until a moment by {@link System#nanoTime}
 */
record Asking(Live live, @Nullable Docker docker, long until) {

  /** The same of another engine. */
  Asking of(@Nullable Docker other) {
    return new Asking(live, other, until);
  }

  /** What an operation answers that only reads. */
  Optional<Object> read(String operation, Map<String, ?> parameters) {
    return live.ask(
        new Live.Question(docker, operation + parameters),
        engine -> Peek.isFree(engine) ? Peek.read(engine, operation, parameters) : null,
        until);
  }

  /** The names in a folder of a container, each with whether it is a folder. */
  Map<?, ?> folder(String container, String path) {
    Optional<Object> names =
        live.ask(
            new Live.Question(docker, "folder " + container + " " + path),
            engine -> Peek.isFree(engine) ? Peek.folder(engine, container, path) : null,
            until);
    return names.map(it -> (Map<?, ?>) it).orElse(Map.of());
  }

  /** The contexts of the Docker CLI: rows of name, description, host. */
  List<?> contexts() {
    Optional<Object> rows =
        live.ask(new Live.Question(docker, "contexts"), Docker::getContexts, until);
    return rows.map(it -> (List<?>) it).orElse(List.of());
  }
}
