package dev.gantry.shell.commands;

import java.io.IOException;

/** {@code /!}: hands a line to the system's shell, and the terminal with it. */
public final class SystemCommand {
  private SystemCommand() {}

  static void run(CommandContext shell, String line) {
    if (line.isEmpty()) {
      shell.console().error("/! takes a command, as in /!ls");
      return;
    }
    try {
      Process process = new ProcessBuilder("sh", "-c", line).inheritIO().start();
      int status = waitFor(process);
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
