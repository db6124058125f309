package dev.gantry.cli;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.json.Colors;
import dev.gantry.shell.printing.PrintStyle;
import dev.gantry.shell.printing.PrintStyle.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the command line says about how a value is shown.
 *
 * @param format {@code --output}
 * @param color {@code --color}
 */
record Display(Format format, Color color) {
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  /** Says nothing: by the value and by where it goes. */
  static final Display UNSAID = new Display(Format.AUTO, Color.AUTO);

  /**
   * Reads the values of the two options.
   *
   * @throws UsageException one of them is none of its words
   */
  static Display parse(String format, String color) {
    return new Display(word(Format.class, "--output", format), word(Color.class, "--color", color));
  }

  PrintStyle style(Surroundings surroundings) {
    Colors colors = isColoured(surroundings) ? Colors.ON : Colors.OFF;
    boolean terminal = surroundings.isTerminal(Stream.OUT);
    return new PrintStyle(format, terminal, terminal ? surroundings.columns() : 0, colors);
  }

  /** Left to itself: a terminal that can show them, and no {@code NO_COLOR} (no-color.org). */
  private boolean isColoured(Surroundings surroundings) {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          surroundings.isTerminal(Stream.OUT)
              && surroundings.env().getOrDefault("NO_COLOR", "").isEmpty()
              && !surroundings.env().getOrDefault("TERM", "dumb").equals("dumb");
    };
  }

  private static <E extends Enum<E>> E word(Class<E> type, String option, String typed) {
    List<String> words =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    if (!words.contains(typed)) {
      String hint = DidYouMean.hint(typed, words);
      throw new UsageException(
          option + " is one of " + String.join(", ", words) + ", not '" + typed + "'" + hint);
    }
    return Enum.valueOf(type, typed.toUpperCase(Locale.ROOT));
  }
}
