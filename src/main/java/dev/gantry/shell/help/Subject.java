package dev.gantry.shell.help;

import dev.gantry.dsl.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What a path such as {@code docker.containers.web.logs} leads to.
 *
 * @param value where it is at hand; null where only its type is known
 * @param type of the value, or of what a call or a property would give
 * @param verb where the path ends at one
 */
record Subject(@Nullable Object value, Class<?> type, @Nullable Verb verb) {

  static Subject of(Object value) {
    return new Subject(value, value.getClass(), null);
  }

  static Subject of(Class<?> type) {
    return new Subject(null, type, null);
  }
}
