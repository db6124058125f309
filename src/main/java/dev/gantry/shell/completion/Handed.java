package dev.gantry.shell.completion;

import dev.gantry.dsl.Event;
import java.util.Map;
import java.util.Optional;

/** What verbs of ours hand to a closure, where that is no element of what they are called on. */
final class Handed {
  private static final Map<String, Class<?>> BY_VERB =
      Map.of(
          "logs", String.class,
          "exec", String.class,
          "run", String.class,
          "attach", String.class,
          "eachLine", String.class,
          "stats", Map.class,
          "events", Event.class);

  private Handed() {}

  static Optional<Class<?>> by(Optional<Known> receiver, String verb) {
    return receiver
        .filter(it -> it.rawType().getName().startsWith("dev.gantry.dsl."))
        .map(it -> BY_VERB.get(verb));
  }
}
