package dev.gantry.dsl;

import dev.gantry.dsl.options.Option;
import dev.gantry.dsl.options.ValueTable;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say of an option of a verb.
 *
 * @param type the kind of its values in one word: {@code flag}, {@code size}
 * @param takes the same as a phrase: {@code a size such as '512m' or a number of bytes}
 * @param standard what it is unless given, in words; empty where that is unknown
 * @param words what it may be, some of it; {@code @networks} for the names that the engine has
 * @param filters the keys of the map that it takes, where it is {@code filters}
 * @param since the first API version that has it, where not all have
 * @param until the last API version that has it, where it is gone
 * @param flag the Docker CLI's as its help has it, such as {@code -e, --env}; empty where it has
 *     none
 * @param summary one line
 */
public record VerbOption(
    String name,
    List<String> aliases,
    String type,
    String takes,
    String standard,
    List<String> words,
    List<ValueTable.FilterKey> filters,
    Optional<String> since,
    Optional<String> until,
    String flag,
    String summary) {

  /** What {@code run} and {@code create} take where no argument names the image. */
  public static final VerbOption IMAGE =
      new VerbOption(
          "image",
          List.of(),
          "text",
          "a text",
          "",
          List.of("@images"),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          "",
          "The image, where it is not the first argument");

  /** Whether the Docker CLI calls it by that flag, short or long. */
  public boolean isFlag(String typed) {
    return List.of(flag.split(", ", -1)).contains(typed);
  }

  static VerbOption of(String verb, Option option) {
    return new VerbOption(
        option.name(),
        option.aliases(),
        option.type(),
        option.takes(),
        ValueTable.standard(verb, option),
        ValueTable.words(verb, option),
        option.type().equals("filters") ? ValueTable.filters(verb) : List.of(),
        option.since(),
        option.until(),
        option.flags(),
        option.summary());
  }
}
