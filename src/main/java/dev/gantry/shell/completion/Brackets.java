package dev.gantry.shell.completion;

/** Pairs of brackets, looked at from behind. */
public final class Brackets {
  private Brackets() {}

  /**
   * The bracket that a closing one closes, or -1. Quotes between them are skipped whole; an escaped
   * quote inside of a string is not understood, and gives -1 or a place too early.
   */
  static int opening(String text, int closing) {
    int depth = 0;
    for (int i = closing; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '\'' || c == '"') {
        i = text.lastIndexOf(c, i - 1);
        if (i < 0) {
          return -1;
        }
      } else if (")]}".indexOf(c) >= 0) {
        depth++;
      } else if ("([{".indexOf(c) >= 0 && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a place at the end of a text is inside a string of one line. */
  static boolean endsInString(String text) {
    char quote = 0;
    for (int i = text.lastIndexOf('\n') + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return quote != 0;
  }
}
