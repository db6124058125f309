package dev.gantry.cli;

import dev.gantry.cli.reach.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asked for.
 *
 * @param action what to do
 * @param expression the text of {@code -e}; null when there is none
 * @param script the path of the script, {@code -} for standard input
 * @param args what follows the script, or --jshell
 * @param init whether the shell runs the start-up file
 * @param talk how much to say
 * @param reach which engine, and how
 * @param safety what may be done to it
 * @param display how a value is shown
 * @param grab whether {@code @Grab} may fetch libraries
 */
record Options(
    Action action,
    @Nullable String expression,
    String script,
    List<String> args,
    boolean init,
    Talk talk,
    Reach reach,
    Safety safety,
    Display display,
    boolean grab) {
  /** A command line without a word. */
  static final Options UNSAID =
      new Options(
          Action.SHELL,
          null,
          "-",
          List.of(),
          true,
          Talk.NORMAL,
          Reach.UNSAID,
          Safety.UNSAID,
          Display.UNSAID,
          false);

  enum Action {
    SHELL,
    JSHELL,
    SCRIPT,
    HELP,
    VERSION,
    DOCTOR
  }

  enum Talk {
    QUIET,
    NORMAL,
    VERBOSE
  }

  Options {
    args = List.copyOf(args);
  }
}
