package dev.gantry.shell.completion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds what the engine has under a name that was typed as if it were a variable's.
 *
 * @param asking until when answers are waited for
 */
record Called(Asking asking) {
  /** What is made by the user and called by a name, the likeliest first. */
  private static final Map<String, String> NOUNS = new LinkedHashMap<>();

  static {
    NOUNS.put("containers", "a container");
    NOUNS.put("volumes", "a volume");
    NOUNS.put("networks", "a network");
    NOUNS.put("images", "an image");
  }

  /** How one gets at it, as a sentence; empty where there is none that is known in time. */
  String sentence(String name) {
    return NOUNS.keySet().stream()
        .filter(kind -> names(kind).anyMatch(name::equals))
        .findFirst()
        .map(
            kind ->
                "there is %s of that name: docker.%s.%s"
                    .formatted(NOUNS.get(kind), kind, Quoting.ifOdd(name)))
        .orElse("");
  }

  private Stream<String> names(String kind) {
    return new LiveNames(asking)
        .of("@" + kind)
        .map(Suggestion::text)
        .map(name -> kind.equals("images") ? name.replaceFirst(":latest$", "") : name);
  }
}
