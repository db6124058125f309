package dev.gantry.script;

/** Places in a text, given as the compiler gives them: line and column, both from 1. */
final class Positions {
  private Positions() {}

  /** The index of a place, never behind the end of the text. */
  static int offset(String text, int line, int column) {
    int start = 0;
    for (int i = 1; i < line; i++) {
      int newline = text.indexOf('\n', start);
      if (newline < 0) {
        return text.length();
      }
      start = newline + 1;
    }
    return Math.min(text.length(), start + Math.max(0, column - 1));
  }

  /** One line of a text, or nothing where it has no such line. */
  static String line(String text, int line) {
    return text.lines().skip(Math.max(0, line - 1L)).findFirst().orElse("");
  }
}
