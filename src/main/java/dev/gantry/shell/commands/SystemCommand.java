package dev.gantry.shell.commands;

import java.io.IOException;

/**
 * {@code /!}: hands a line to the system's shell, and the terminal with it. Ctrl-C goes to the
 * program, which the terminal sees to.
 */
public final class SystemCommand {
  private SystemCommand() {}

  static void run(CommandContext shell, String line) {
    if (line.isEmpty()) {
      shell.console().error("/! takes a command, as in /!ls");
      return;
    }
    shell.log().comment("left out: /! and a command of the system");
    shell.console().lend(() -> start(shell, line));
  }

  private static void start(CommandContext shell, String line) {
    try {
      int status = waitFor(new ProcessBuilder("sh", "-c", line).inheritIO().start());
      if (status != 0) {
        shell.console().error("exit status " + status);
      }
    } catch (IOException e) {
      shell.console().error("cannot run sh: " + e.getMessage());
    }
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      return 130;
    }
  }
}
