package dev.gantry.shell.commands;

import dev.gantry.UsageException;
import java.util.Optional;

/** {@code /edit}: an entry in the person's editor; what is saved stands at the next prompt. */
public final class EditCommand {
  private EditCommand() {}

  static void run(CommandContext shell, String argument) {
    int last = shell.session().lastEntry();
    if (!argument.isEmpty() && !argument.matches("\\d{1,9}")) {
      shell.console().error("/edit takes the number of an entry, not '" + argument + "'");
      return;
    }
    int number = argument.isEmpty() ? last : Integer.parseInt(argument);
    Optional<String> entry = shell.session().text(number);
    if (entry.isEmpty() && !(argument.isEmpty() && last == 0)) {
      shell.console().error("there is no entry " + number + "; the last is " + last);
      return;
    }
    try {
      shell.lines().edit(entry.orElse(""));
    } catch (UsageException e) {
      shell.console().error(String.valueOf(e.getMessage()));
    }
  }
}
