package dev.gantry.dsl.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a container runs: commands, entry points, health checks. */
final class Commands {
  private static final Set<String> HEALTH_FORMS = Set.of("NONE", "CMD", "CMD-SHELL");

  private Commands() {}

  /** Words. A text is one word: there is no shell here that would split it. */
  static Object command(Object given, Asked asked) {
    if (given instanceof CharSequence text && text.toString().strip().indexOf(' ') >= 0) {
      throw asked.wants(given);
    }
    return Texts.list(given, asked);
  }

  /** A program, or a list of it and its first arguments; nothing takes the image's away. */
  static Object entrypoint(Object given, Asked asked) {
    List<String> words = Texts.list(given, asked);
    return words.isEmpty() ? List.of("") : words;
  }

  /** A text is for the container's shell, a list is run as it is. */
  static Object health(Object given, Asked asked) {
    List<String> words = Texts.list(given, asked);
    if (given instanceof CharSequence) {
      return List.of("CMD-SHELL", given.toString());
    }
    if (words.isEmpty()) {
      throw asked.wants(given);
    }
    List<String> test = new ArrayList<>(words);
    if (!HEALTH_FORMS.contains(words.get(0))) {
      test.add(0, "CMD");
    }
    return test;
  }
}
