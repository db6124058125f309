package dev.gantry.cli.progress;

import dev.gantry.json.Printable;
import dev.gantry.json.TextWidth;

/**
 * A line of the display.
 *
 * @param left what it is about
 * @param right how it comes along; stands at the right edge
 */
record Row(String left, String right) {
  private static final int WIDEST = 120;
  private static final int GAP = 2;

  /** The line in that many columns at most. */
  String fit(int columns) {
    int width = Math.min(columns, WIDEST);
    String state = TextWidth.cut(Printable.line(right), width);
    int room = width - TextWidth.of(state) - (state.isEmpty() ? 0 : GAP);
    if (room < 1) {
      return state;
    }
    String subject = TextWidth.cut(Printable.line(left), room);
    return state.isEmpty() ? subject : TextWidth.pad(subject, room) + " ".repeat(GAP) + state;
  }
}
