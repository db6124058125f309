package dev.gantry.shell.help;

import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds verbs by the words of the Docker CLI: {@code docker rm}, {@code rmi}, {@code image ls}. */
final class DockerWords {
  /** Those that the commands of verbs are not written with. */
  private static final Map<String, String> SHORT =
      Map.of(
          "rm", "rm NAME",
          "images", "image ls",
          "inspect", "container inspect",
          "container rm", "rm NAME",
          "image rm", "rmi NAME",
          "image pull", "pull REFERENCE",
          "container run", "run IMAGE");

  private DockerWords() {}

  static List<Verb> verbs(String words) {
    String bare = words.replaceFirst("^docker\\s+", "").strip();
    String command = SHORT.getOrDefault(bare, bare);
    return bare.isEmpty()
        ? List.of()
        : Verbs.all().stream().filter(verb -> begins(verb.command(), command)).toList();
  }

  /** In capitals stand the places for names. */
  private static boolean begins(String command, String words) {
    String all =
        Arrays.stream(command.replaceFirst("^docker ", "").split(" ", -1))
            .collect(Collectors.joining(" "));
    return all.equals(words) || all.startsWith(words + " ");
  }
}
