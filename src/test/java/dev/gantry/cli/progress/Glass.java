package dev.gantry.cli.progress;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal as far as the display needs one: it shows what is written to it. */
final class Glass {
  private static final Pattern PIECE =
      Pattern.compile("\u001b\\[(\\??)(\\d*)([A-Za-z])|\r|\n|[^\u001b\r\n]+");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<String> lines = new ArrayList<>(List.of(""));
  private final int height;
  private int row;
  private boolean cursor = true;

  Glass(int height) {
    this.height = height;
  }

  PrintStream out() {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** What was written since the last look. */
  String take() {
    String written = bytes.toString(StandardCharsets.UTF_8);
    bytes.reset();
    Matcher piece = PIECE.matcher(written);
    while (piece.find()) {
      apply(piece);
    }
    return written;
  }

  private void apply(Matcher piece) {
    String text = piece.group();
    if (text.equals("\n")) {
      row++;
      if (row == lines.size()) {
        lines.add("");
      }
    } else if (piece.group(3) != null) {
      control(piece.group(3).charAt(0), piece.group(2));
    } else if (!text.equals("\r")) {
      lines.set(row, text);
    }
  }

  private void control(char what, String number) {
    switch (what) {
      case 'A' ->
          row = Math.max(Math.max(0, lines.size() - height), row - Integer.parseInt(number));
      case 'J' -> {
        lines.subList(row + 1, lines.size()).clear();
        lines.set(row, "");
      }
      case 'h', 'l' -> cursor = what == 'h';
      case 'K' -> {}
      default -> throw new AssertionError("not known to the glass: " + what);
    }
  }

  boolean showsCursor() {
    return cursor;
  }

  /** All lines that were written, also those that scrolled away; without the empty last one. */
  List<String> lines() {
    take();
    return lines.subList(0, lines.size() - 1).stream().map(String::stripTrailing).toList();
  }
}
