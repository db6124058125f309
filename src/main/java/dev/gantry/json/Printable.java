package dev.gantry.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a text harmless to a terminal: a label of a container can hold escape sequences that would
 * move the cursor, rename the window or hide what is beside them.
 */
public final class Printable {
  private static final Pattern COLOUR = Pattern.compile("\\x1b\\[[0-9;:]*m");

  private Printable() {}

  /** Writes every control character, line breaks too, as an escape of JSON. */
  public static String line(String text) {
    return clean(text, false);
  }

  /**
   * Keeps line breaks, tabs and colours; writes every other control character as an escape of JSON.
   */
  public static String text(String text) {
    return clean(text, true);
  }

  /**
   * Whether a character acts on a terminal instead of being shown: C0, DEL, C1, and the ones that
   * reorder the text around them (Unicode 15 standard annex 9, section 2).
   */
  static boolean acts(char c) {
    return c < 0x20
        || (c >= 0x7f && c < 0xa0)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }

  private static String clean(String text, boolean keepLayout) {
    int first = 0;
    while (first < text.length() && !acts(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      int layout = keepLayout ? layoutLength(text, i) : 0;
      if (layout > 0) {
        out.append(text, i, i + layout);
        i += layout - 1;
      } else if (acts(text.charAt(i))) {
        JsonEscapes.append(text.charAt(i), out);
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** The length of the line break, tab or colour at an index; 0 if there is none. */
  private static int layoutLength(String text, int at) {
    return switch (text.charAt(at)) {
      case '\n', '\t' -> 1;
      case '\r' -> text.startsWith("\r\n", at) ? 2 : 0;
      case '\u001b' -> {
        Matcher colour = COLOUR.matcher(text).region(at, text.length());
        yield colour.lookingAt() ? colour.end() - at : 0;
      }
      default -> 0;
    };
  }
}
