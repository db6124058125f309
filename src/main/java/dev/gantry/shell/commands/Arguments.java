package dev.gantry.shell.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words behind the name of a command. */
final class Arguments {
  /** Blanks part words, unless they stand in quotes. */
  private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\"|['\"])+");

  private Arguments() {}

  /** As a system's shell would have it: {@code a 'b c'} are two words, without the quotes. */
  static List<String> words(String argument) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(argument);
    while (word.find()) {
      words.add(word.group().replaceAll("'([^']*)'|\"([^\"]*)\"", "$1$2"));
    }
    return words;
  }

  /** A file that was typed; a tilde stands for the person's home. */
  static Path file(String typed) {
    return typed.startsWith("~/")
        ? Path.of(System.getProperty("user.home"), typed.substring(2))
        : Path.of(typed);
  }
}
