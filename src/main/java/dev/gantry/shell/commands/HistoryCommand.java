package dev.gantry.shell.commands;

import java.util.List;

/** {@code /history}: shows what was typed. */
public final class HistoryCommand {
  private static final int SHOWN = 20;

  private HistoryCommand() {}

  static void run(CommandContext shell, String argument) {
    if (!argument.isEmpty() && !argument.matches("\\d{1,9}")) {
      shell.console().error("/history takes a number, not '" + argument + "'");
      return;
    }
    List<String> all = shell.lines().history();
    int wanted = argument.isEmpty() ? SHOWN : Integer.parseInt(argument);
    List<String> shown = all.subList(Math.max(0, all.size() - wanted), all.size());
    shell.console().say(shown.isEmpty() ? "nothing yet" : String.join("\n", shown));
  }
}
