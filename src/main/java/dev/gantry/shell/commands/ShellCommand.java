package dev.gantry.shell.commands;

/**
 * A command of the shell.
 *
 * @param name what follows the slash
 * @param usage how it is typed
 * @param help one line
 * @param action what it does
 */
public record ShellCommand(String name, String usage, String help, Action action) {

  /** What a command does with the words behind its name. */
  @FunctionalInterface
  interface Action {
    void run(CommandContext shell, String argument);
  }
}
