package dev.gantry.shell.commands;

import dev.gantry.shell.completion.SlashCommands;
import dev.gantry.shell.completion.Suggestion;
import java.util.List;

/** The table of commands for completion. */
public final class CommandCompletion implements SlashCommands {

  @Override
  public boolean isCommand(String entry) {
    return CommandLine.isCommand(entry);
  }

  @Override
  public List<Suggestion> names() {
    return Commands.all().stream()
        .map(command -> new Suggestion("/" + command.name(), "commands", command.help()))
        .toList();
  }
}
