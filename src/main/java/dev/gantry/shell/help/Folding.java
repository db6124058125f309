package dev.gantry.shell.help;

import dev.gantry.json.TextWidth;

/** Breaks running text into lines. */
public final class Folding {
  private Folding() {}

  /**
   * Breaks at blanks; a word that is too long for any line stands on one of its own.
   *
   * @param first what the first line begins with
   * @param next what the others begin with
   * @return lines, each with its line break; without blanks at their ends
   */
  public static String fold(String first, String next, String text, int width) {
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder(first);
    boolean fresh = true;
    for (String word : text.strip().split("\\s+", -1)) {
      if (!fresh && TextWidth.of(line.toString()) + 1 + TextWidth.of(word) > width) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(next);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    return lines.append(line.toString().stripTrailing()).append('\n').toString();
  }
}
