package dev.gantry.shell.help;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The properties of our classes, and what they are: {@code properties.tsv}. */
final class Properties {
  private static final class Lazy {
    static final List<String[]> ROWS = Tables.rows("properties.tsv");
  }

  private Properties() {}

  /** The names of the properties of a type of ours, in alphabetical order. */
  static List<String> of(Class<?> type) {
    return List.copyOf(
        new TreeSet<>(
            Arrays.stream(type.getMethods())
                .filter(Properties::isOurs)
                .flatMap(method -> Getters.property(method).stream())
                .toList()));
  }

  /** A class behind ours that everybody has, such as {@code getClass}, is not told of. */
  private static boolean isOurs(Method method) {
    return !method.isBridge() && method.getDeclaringClass().getName().startsWith("dev.gantry.");
  }

  /** What a property is; empty where nothing is said of it. */
  static Optional<String> summary(Class<?> type, String property) {
    return row(type.getSimpleName(), property).or(() -> row("*", property));
  }

  private static Optional<String> row(String receiver, String property) {
    return Lazy.ROWS.stream()
        .filter(row -> row[0].equals(receiver) && row[1].equals(property))
        .map(row -> row[2])
        .findFirst();
  }

  /** Receiver, property and summary of all that are told of. */
  static List<String[]> all() {
    return Lazy.ROWS;
  }
}
