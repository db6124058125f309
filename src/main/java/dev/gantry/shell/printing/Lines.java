package dev.gantry.shell.printing;

import dev.gantry.json.Interrupts;
import dev.gantry.json.Printable;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Writes long texts piece by piece, so that they can be stopped. */
final class Lines {
  /** A line that is longer than this is written in pieces. */
  private static final int PIECE = 32 * 1024;

  private final boolean safe;
  private final Appendable out;
  private char last = '\n';

  /**
   * @param safe whether control characters are escaped
   */
  Lines(boolean safe, Appendable out) {
    this.safe = safe;
    this.out = out;
  }

  Lines add(String text) throws IOException {
    return add(text, UnaryOperator.identity());
  }

  /** Writes a text each of whose lines is painted. */
  Lines add(String text, UnaryOperator<String> paint) throws IOException {
    for (int from = 0; from < text.length(); ) {
      Interrupts.check();
      int end = end(text, from);
      String line = text.substring(from, end);
      String shown = safe ? Printable.text(line) : line;
      boolean whole = shown.endsWith("\n");
      out.append(paint.apply(whole ? shown.substring(0, shown.length() - 1) : shown));
      out.append(whole ? "\n" : "");
      last = text.charAt(end - 1);
      from = end;
    }
    return this;
  }

  /** Ends the last line, unless it has an end. */
  void end() throws IOException {
    if (last != '\n') {
      out.append('\n');
      last = '\n';
    }
  }

  private static int end(String text, int from) {
    int line = text.indexOf('\n', from) + 1;
    if (line > 0 && line - from <= PIECE) {
      return line;
    }
    int end = Math.min(text.length(), from + PIECE);
    boolean apart = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return apart ? end - 1 : end;
  }
}
