package dev.gantry.shell.completion;

import java.util.List;

/** The entries that are for the shell and not for Groovy, as far as completion has to know them. */
public interface SlashCommands {

  /** Whether an entry, perhaps unfinished, is a command. */
  boolean isCommand(String entry);

  /** All of them, with their slash. */
  List<Suggestion> names();

  /**
   * What the last word of a command may be.
   *
   * @param entry up to the caret, with the blank behind the command's name
   * @return sources of names such as {@code @contexts}, {@code @files}, {@code @variables}, and
   *     suggestions of its own
   */
  default Arguments arguments(String entry) {
    return NONE;
  }

  /**
   * What a word may be.
   *
   * @param sources of names
   * @param words that are known without asking
   */
  record Arguments(List<String> sources, List<Suggestion> words) {}

  /** A word of which nothing is known. */
  Arguments NONE = new Arguments(List.of(), List.of());
}
