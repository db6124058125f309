package dev.gantry.shell.completion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What completion knows of an expression without running it.
 *
 * <p>No method of a value is called, but of collections of the JDK's and ours: a getter of ours may
 * ask the engine, and one of the user's may do anything.
 */
interface Known {

  /** What a step from here leads to. */
  Optional<Known> then(Chain.Step step);

  /** Where its members are declared. */
  Class<?> rawType();

  /** The keys that it has as a map. */
  Stream<String> keys();

  /** What a closure is handed that goes through it; the thing itself where it is no list. */
  Optional<Known> element();

  /** Of a value that is at hand. */
  static Known value(Object value, Asking asking) {
    return isData(value)
        ? new Document(() -> Optional.of(value), "", asking)
        : new Typed(value, value.getClass(), new Typed.Place(asking, ""));
  }

  /** A map or a list that only holds what was put into it. */
  static boolean isData(Object value) {
    String name = value.getClass().getName();
    boolean quiet = name.startsWith("java.util.") || name.equals("dev.gantry.dsl.Fields");
    return quiet && (value instanceof Map || value instanceof List);
  }

  /** JSON that is read when it has to be. */
  static Known json(Supplier<Optional<Object>> value, String schema, Asking asking) {
    return new Document(value, schema, asking);
  }
}
