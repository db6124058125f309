package dev.gantry.script;

import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import groovy.lang.Script;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Leads from a word of the Docker CLI, typed where Groovy looked for a name, to the verb that does
 * the same: {@code docker ps} is read as {@code docker(ps)}.
 */
final class CliWords {
  /** Those that the commands of verbs are not written with, or with something else first. */
  private static final Map<String, String> SHORT =
      Map.of("images", "image ls", "inspect", "container inspect");

  private CliWords() {}

  /**
   * Completes the sentence that a name is missing.
   *
   * @param type where it was looked for; a script stands for the Docker CLI itself
   * @return {@code "; docker.ps() is what 'docker ps' does here, see ?docker.ps"}, or nothing
   */
  static String hint(Class<?> type, String word) {
    return verb(type, word)
        .map(
            it ->
                "; %s is what '%s' does here, see ?%s"
                    .formatted(it.call(), it.command(), it.path()))
        .orElse("");
  }

  private static Optional<Verb> verb(Class<?> type, String word) {
    if (Script.class.isAssignableFrom(type) || type == Docker.class) {
      String command = SHORT.getOrDefault(word, word);
      return Stream.of(command, "container " + command)
          .flatMap(words -> verbs(verb -> begins(verb.command(), "docker " + words)))
          .findFirst();
    }
    return type.getPackage() == Docker.class.getPackage()
        ? verbs(verb -> isOf(verb, type) && words(verb).contains(word)).findFirst()
        : Optional.empty();
  }

  private static Stream<Verb> verbs(Predicate<Verb> wanted) {
    return Verbs.all().stream().filter(wanted);
  }

  private static boolean begins(String command, String words) {
    return command.equals(words) || command.startsWith(words + " ");
  }

  private static boolean isOf(Verb verb, Class<?> type) {
    return Stream.<Class<?>>iterate(type, at -> at != null, Class::getSuperclass)
        .anyMatch(at -> at.getSimpleName().equals(verb.receiver()));
  }

  private static List<String> words(Verb verb) {
    return Arrays.asList(verb.command().split(" ", -1));
  }
}
