package dev.gantry.shell.running;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a job has printed: handed on line by line, and its end kept. */
final class JobOutput {
  private static final int KEPT = 1 << 18;

  private final StringBuilder kept = new StringBuilder();
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  /** Takes in what was written, and gives the lines that are whole by now. */
  synchronized List<String> add(byte[] bytes, int offset, int length) {
    List<String> lines = new ArrayList<>();
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\n') {
        lines.add(keep(begun.toString(StandardCharsets.UTF_8)));
        begun.reset();
      } else {
        begun.write(bytes[i]);
      }
    }
    return lines;
  }

  /** The line that nobody has ended. */
  synchronized List<String> end() {
    if (begun.size() == 0) {
      return List.of();
    }
    List<String> last = List.of(keep(begun.toString(StandardCharsets.UTF_8)));
    begun.reset();
    return last;
  }

  private String keep(String line) {
    kept.append(line).append('\n');
    if (kept.length() > 2 * KEPT) {
      kept.delete(0, kept.length() - KEPT);
    }
    return line;
  }

  synchronized String text() {
    return kept + begun.toString(StandardCharsets.UTF_8);
  }
}
