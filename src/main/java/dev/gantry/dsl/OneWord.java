package dev.gantry.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows the slip of a command line given as one word: {@code exec('uname -a')} looks for a program
 * whose name has a blank in it.
 */
final class OneWord {
  /** How runc and crun end when there is no such program, or it cannot be run. */
  private static final Set<Integer> NOT_RUN = Set.of(126, 127);

  private OneWord() {}

  /** Whether a program was not found because its arguments were taken for a part of its name. */
  static boolean isToBlame(List<String> command, Result result) {
    Integer code = result.getExitCode();
    return code != null && NOT_RUN.contains(code) && isToBlame(command, result.getText());
  }

  /** The same, by what the engine said. */
  static boolean isToBlame(List<String> command, String message) {
    return command.size() == 1
        && command.get(0).strip().contains(" ")
        && message.contains(command.get(0))
        && (message.contains("not found") || message.contains("no such file"));
  }

  /**
   * How it is written.
   *
   * @param before what stands before the command: {@code exec(}, {@code run('busybox', }
   */
  static String hint(String before, List<String> command) {
    return Arrays.stream(command.get(0).strip().split("\\s+", -1))
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(", ", "one argument for each word: " + before, ")"));
  }
}
