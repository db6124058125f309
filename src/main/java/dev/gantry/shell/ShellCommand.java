package dev.gantry.shell;

/**
 * A command of the shell.
 *
 * @param name what follows the slash
 * @param usage how it is typed
 * @param help one line
 * @param action what it does
 */
record ShellCommand(String name, String usage, String help, Action action) {

  /** What a command does with the words behind its name. */
  @FunctionalInterface
  interface Action {
    void run(Shell shell, String argument);
  }
}
