package dev.gantry.cli.progress;

import dev.gantry.json.TextWidth;
import dev.gantry.shell.printing.ScreenSize.Dimensions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Lines at the bottom of a terminal that change in place.
 *
 * <p>What is new of a frame is written at once, in one piece, and only lines that changed are
 * written again: nothing flickers. Sequences are those of ECMA-48 (CUU, EL, ED) and of xterm for
 * the cursor (DECTCEM).
 */
final class Screen {
  private static final String ESC = "\u001b[";
  private static final String HIDE = ESC + "?25l";
  private static final String SHOW = ESC + "?25h";
  private static final String CLEAR_LINE = ESC + "K";

  /** Only below our lines: a screen that is cleared from its top goes into tmux's history. */
  private static final String CLEAR_BELOW = ESC + "J";

  private final PrintStream out;
  private List<String> shown = List.of();
  private int columns;
  private boolean hidden;

  Screen(PrintStream out) {
    this.out = out;
  }

  /** Shows the latest of the rows that fit. */
  void show(List<Row> rows, Dimensions size) {
    int most = Math.max(1, size.rows() - 1);
    draw(rows.subList(Math.max(0, rows.size() - most), rows.size()), size);
  }

  /** Shows all rows a last time, higher than the screen as they may be, and lets them stay. */
  void end(List<Row> rows, Dimensions size) {
    StringBuilder frame = new StringBuilder(toTop(size));
    fit(rows, size).forEach(line -> put(line, frame));
    frame.append(shown.isEmpty() ? "" : CLEAR_BELOW);
    shown = List.of();
    write(frame.append(hidden ? SHOW : ""));
    hidden = false;
  }

  /** Puts a sentence above the lines. */
  void say(String sentence, Dimensions size) {
    StringBuilder frame = new StringBuilder(toTop(size));
    put(sentence, frame);
    shown.forEach(line -> put(line, frame));
    write(frame.append(shown.isEmpty() ? "" : CLEAR_BELOW));
  }

  private void draw(List<Row> rows, Dimensions size) {
    List<String> lines = fit(rows, size);
    boolean anew = size.columns() != columns || lines.size() < shown.size();
    if (lines.equals(shown) && !anew) {
      return;
    }
    StringBuilder frame = new StringBuilder();
    if (!hidden) {
      frame.append(HIDE);
      hidden = true;
    }
    frame.append(anew ? toTop(size) : up(shown.size()));
    for (int i = 0; i < lines.size(); i++) {
      if (!anew && i < shown.size() && shown.get(i).equals(lines.get(i))) {
        frame.append("\r\n");
      } else {
        put(lines.get(i), frame);
      }
    }
    frame.append(anew && !shown.isEmpty() ? CLEAR_BELOW : "");
    shown = lines;
    columns = size.columns();
    write(frame);
  }

  /** A terminal that became narrower has broken the lines that are too long for it. */
  private String toTop(Dimensions size) {
    return up(
        shown.stream()
            .mapToInt(line -> Math.max(1, (TextWidth.of(line) - 1) / size.columns() + 1))
            .sum());
  }

  /** What stood there is written over. */
  private static void put(String line, StringBuilder frame) {
    frame.append(line).append(CLEAR_LINE).append("\r\n");
  }

  private static String up(int rows) {
    return rows == 0 ? "" : ESC + rows + "A\r";
  }

  /** The last column stays free: terminals differ in what a full line does. */
  private static List<String> fit(List<Row> rows, Dimensions size) {
    return rows.stream().map(row -> row.fit(Math.max(1, size.columns() - 1))).toList();
  }

  private void write(StringBuilder frame) {
    byte[] bytes = frame.toString().getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }
}
