package dev.gantry.shell.reading;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry that was typed once.
 *
 * @param at when it was entered, to the millisecond
 * @param text all of its lines
 */
public record Typed(Instant at, String text) {

  /** A line of a file: milliseconds since 1970, a colon, and the text with its newlines escaped. */
  String line() {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return at.toEpochMilli() + ":" + escaped;
  }

  /** Reads such a line; nothing where it is none. */
  static Optional<Typed> of(String line) {
    int colon = 0;
    while (colon < line.length() && isDigit(line.charAt(colon))) {
      colon++;
    }
    boolean isNumber = colon > 0 && colon < 19 && line.startsWith(":", colon);
    return isNumber
        ? Optional.of(
            new Typed(
                Instant.ofEpochMilli(Long.parseLong(line, 0, colon, 10)),
                unescaped(line.substring(colon + 1))))
        : Optional.empty();
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char here = text.charAt(i);
      if (here == '\\' && i + 1 < text.length()) {
        i++;
        plain.append(escape(text.charAt(i)));
      } else {
        plain.append(here);
      }
    }
    return plain.toString();
  }

  private static char escape(char letter) {
    return switch (letter) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> letter;
    };
  }
}
