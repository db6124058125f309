package dev.gantry.dsl.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Values that are one of a few words. */
final class Choices {
  private static final List<String> PULL = List.of("always", "missing", "never");

  private static final List<String> CONDITIONS = List.of("none", "on-failure", "any");

  private Choices() {}

  static String pull(Object given, Asked asked) {
    String policy = Texts.one(given, asked);
    if (!PULL.contains(policy)) {
      throw asked.bad("'" + policy + "' is not one of " + String.join(", ", PULL));
    }
    return policy;
  }

  /**
   * {@code on-failure:3}. The names are left to the engine, as docker/cli v28.2.2 does
   * (opts/parse.go, ParseRestartPolicy).
   */
  static Object restart(Object given, Asked asked) {
    String text = Texts.one(given, asked);
    int colon = text.indexOf(':');
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("Name", colon < 0 ? text : text.substring(0, colon));
    if (colon == 0) {
      throw asked.bad("'" + text + "' has no policy before the colon");
    }
    if (colon > 0 && colon < text.length() - 1) {
      policy.put("MaximumRetryCount", count(text.substring(colon + 1), asked));
    }
    return policy;
  }

  /** When a swarm starts a task again. */
  static String condition(Object given, Asked asked) {
    String condition = Texts.one(given, asked);
    if (!CONDITIONS.contains(condition)) {
      throw asked.bad("'" + condition + "' is not one of " + String.join(", ", CONDITIONS));
    }
    return condition;
  }

  /**
   * Capabilities in capitals, with CAP_ before them, sorted, each once; ALL stays.
   *
   * <p>Source: moby v28.2.2, client/container_create.go (normalizeCapabilities).
   */
  static Object capabilities(List<String> texts, Asked asked) {
    TreeSet<String> capabilities = new TreeSet<>();
    for (String text : texts) {
      String name = text.toUpperCase(Locale.ROOT);
      boolean whole = name.equals("ALL") || name.startsWith("CAP_");
      capabilities.add(whole ? name : "CAP_" + name);
    }
    return List.copyOf(capabilities);
  }

  private static long count(String text, Asked asked) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw asked.bad("'" + text + "' is not a number of tries");
    }
  }
}
