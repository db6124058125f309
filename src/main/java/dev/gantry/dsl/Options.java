package dev.gantry.dsl;

import dev.gantry.UsageException;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes apart what a verb was called with: named options, plain arguments, a closure at the end.
 */
final class Options {
  private Options() {}

  /** A map of options whose names are texts, as Groovy's named arguments are. */
  static Map<String, @Nullable Object> named(Map<?, ?> options) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    options.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }

  /** The closure among the arguments, if there is one. */
  static @Nullable Closure<?> closureIn(List<?> arguments) {
    return arguments.stream()
        .filter(Closure.class::isInstance)
        .<Closure<?>>map(closure -> (Closure<?>) closure)
        .findFirst()
        .orElse(null);
  }

  /** Named options and those that a closure assigns; the closure's win. */
  static Map<String, @Nullable Object> merged(
      Map<String, ?> options, @Nullable Closure<?> closure) {
    Map<String, @Nullable Object> all = named(options);
    if (closure != null) {
      all.putAll(ClosureOptions.of(closure));
    }
    return all;
  }

  /**
   * The arguments of a verb; where a lone null is written, Groovy hands it over for all of them.
   */
  static List<Object> given(Object @Nullable [] arguments) {
    if (arguments == null) {
      throw noWord();
    }
    return Arrays.asList(arguments);
  }

  /** The words of a command, as Java gives them; see {@link #given} for null. */
  static Object[] command(CharSequence first, CharSequence @Nullable [] others) {
    if (others == null) {
      throw noWord();
    }
    Object[] command = new Object[others.length + 1];
    command[0] = first;
    System.arraycopy(others, 0, command, 1, others.length);
    return command;
  }

  private static UsageException noWord() {
    return new UsageException(
        "texts and numbers are wanted (an image, the words of a command), got null");
  }

  /**
   * The words of a command: texts, numbers, and lists of them; an image stands for its id; closures
   * are passed over.
   */
  static List<String> words(List<?> arguments) {
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      if (argument instanceof Iterable<?> list) {
        list.forEach(item -> words.add(word(item)));
      } else if (!(argument instanceof Closure)) {
        words.add(word(argument));
      }
    }
    return words;
  }

  private static String word(@Nullable Object argument) {
    if (argument == null) {
      throw noWord();
    }
    return argument instanceof Image image ? image.getId() : argument.toString();
  }
}
