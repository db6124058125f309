package dev.gantry.shell.completion;

import java.util.List;

/** The entries that are for the shell and not for Groovy, as far as completion has to know them. */
public interface SlashCommands {

  /** Whether an entry, perhaps unfinished, is a command. */
  boolean isCommand(String entry);

  /** All of them, with their slash. */
  List<Suggestion> names();
}
