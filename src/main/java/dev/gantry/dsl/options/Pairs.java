package dev.gantry.dsl.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists of {@code name=value}. Values may be secrets: no error text has one.
 *
 * <p>Source: docker/cli v28.2.2, opts/parse.go, opts/env.go and opts/opts.go.
 */
final class Pairs {
  private Pairs() {}

  /** Name to value; a name alone has an empty value, the last of a name counts. */
  static Map<String, String> map(List<String> pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String pair : pairs) {
      map.put(name(pair), pair.substring(Math.min(pair.length(), name(pair).length() + 1)));
    }
    return map;
  }

  /** As {@link #map}, where a name alone is an error. */
  static Map<String, String> keyed(List<String> pairs, Asked asked) {
    for (String pair : pairs) {
      if (pair.indexOf('=') <= 0) {
        throw asked.bad("'" + name(pair) + "' has no value, or a value has no name");
      }
    }
    return map(pairs);
  }

  /** Labels: as {@link #map}, where names have no blanks. */
  static Map<String, String> labels(List<String> pairs, Asked asked) {
    for (String pair : pairs) {
      String name = name(pair).stripLeading();
      if (name.isEmpty() || name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
        throw asked.bad("'" + name + "' is not the name of a label");
      }
    }
    return map(pairs);
  }

  /**
   * Environment variables, the last of a name. A name alone takes the caller's value; where the
   * caller has none it is sent alone, which removes the image's.
   */
  static List<String> environment(List<String> pairs, Asked asked) {
    Map<String, String> byName = new LinkedHashMap<>();
    pairs.forEach(pair -> byName.put(name(pair), variable(pair, asked)));
    return List.copyOf(byName.values());
  }

  /** Arguments of a build: a name that the caller has no value for either goes without one. */
  static Map<String, @Nullable String> arguments(List<String> pairs, Asked asked) {
    Map<String, @Nullable String> arguments = new LinkedHashMap<>();
    for (String variable : environment(pairs, asked)) {
      String name = name(variable);
      boolean alone = name.length() == variable.length();
      arguments.put(name, alone ? null : variable.substring(name.length() + 1));
    }
    return arguments;
  }

  static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals);
  }

  private static String variable(String pair, Asked asked) {
    String name = name(pair);
    if (name.isEmpty()) {
      throw asked.bad("a variable has no name");
    }
    String value = asked.where().environment().get(name);
    return pair.indexOf('=') >= 0 || value == null ? pair : name + "=" + value;
  }
}
