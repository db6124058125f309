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

  /** What is no verb, but read of a container. */
  private static final Map<String, String> READ =
      Map.of("port", "; docker.containers.NAME.ports is what 'docker port NAME' shows");

  private CliWords() {}

  /**
   * Completes the sentence that a name is missing.
   *
   * @param type where it was looked for; a script stands for the Docker CLI itself
   * @param given what the word was called with
   * @return {@code "; docker.containers.web.stop() is what 'docker stop NAME' does here, see
   *     ?container.stop"}, or nothing
   */
  static String hint(Class<?> type, String word, List<?> given) {
    return verb(type, word)
        .map(
            it ->
                "; %s is what '%s' does here, see ?%s"
                    .formatted(CliCall.of(it, given), it.command(), it.path()))
        .orElseGet(() -> Docker.class.isAssignableFrom(type) ? READ.getOrDefault(word, "") : "");
  }

  private static Optional<Verb> verb(Class<?> type, String word) {
    if (Script.class.isAssignableFrom(type) || Docker.class.isAssignableFrom(type)) {
      String command = SHORT.getOrDefault(word, word);
      return Stream.of(command, "container " + command)
          .flatMap(words -> verbs(verb -> begins(verb.command(), "docker " + words)))
          .findFirst();
    }
    return type.getPackage() == Docker.class.getPackage()
        ? verbs(verb -> isOf(verb, type) && words(verb).contains(word))
            .findFirst()
            .or(() -> ofOne(type, word))
        : Optional.empty();
  }

  /** What all things of a kind are asked for, and one of them does: {@code containers.stop}. */
  private static Optional<Verb> ofOne(Class<?> type, String word) {
    String name = word.equals("rm") ? "remove" : word;
    return verbs(
            verb ->
                type.getSimpleName().equals(verb.receiver() + "s")
                    && !verb.command().isEmpty()
                    && (verb.name().equals(name) || words(verb).contains(word)))
        .findFirst();
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
