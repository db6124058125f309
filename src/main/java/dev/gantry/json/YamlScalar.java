package dev.gantry.json;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a scalar is written in YAML so that readers of both 1.2 and 1.1 (where {@code no} is false
 * and {@code 12:30} a number) get back the same value.
 */
final class YamlScalar {
  /** Begins with a letter, so it is no number and no date; holds no control characters. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][ -~]*");

  /**
   * Words that stand for other values (YAML 1.2.2 section 10.3.2; YAML 1.1 bool and null types).
   */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "true", "false", "on", "off", "null");

  private YamlScalar() {}

  static String of(@Nullable Object value) {
    if (value instanceof String text) {
      return isPlain(text) ? text : quote(text);
    }
    return value instanceof Number number ? number(number) : String.valueOf(value);
  }

  /** Whether a text of several lines can be shown as it is, in a literal block. */
  static boolean isLiteral(String text) {
    return text.contains("\n")
        && !Character.isWhitespace(text.charAt(0))
        && text.chars().allMatch(c -> c == '\n' || isShown((char) c))
        && text.lines().noneMatch(line -> line.endsWith(" "));
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(" ")
        && !text.endsWith(":")
        && !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Escapes of JSON are escapes of YAML; a few characters that JSON lets pass need one here. */
  private static String quote(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : JsonEscapes.quote(text).toCharArray()) {
      if (isShown(c) || Character.isSurrogate(c)) {
        out.append(c);
      } else {
        JsonEscapes.append(c, out);
      }
    }
    return out.toString();
  }

  /** Printable in YAML (1.2.2 section 5.1) and no half of a pair. */
  private static boolean isShown(char c) {
    return !Printable.acts(c) && c != '\ufeff' && c < '\ufffe' && !Character.isSurrogate(c);
  }

  /**
   * Readers of YAML 1.1 take {@code 1E+4} and {@code 1.0E4} for texts: they want point and sign.
   */
  private static String number(Number number) {
    String digits = number.toString().replaceFirst("E(?=[0-9])", "E+");
    return digits.contains(".") ? digits : digits.replace("E", ".0E");
  }
}
