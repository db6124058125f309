package dev.gantry.cli.secure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows how a small file changes, in the form that {@code patch} reads: one hunk. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String UNENDED = "\\ No newline at end of file\n";

  private final List<String> before;
  private final List<String> after;
  private final StringBuilder out = new StringBuilder();

  private UnifiedDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * @param before null when there is no such file yet
   */
  static String of(String file, @Nullable String before, String after) {
    String head = "--- " + (before == null ? "/dev/null" : file) + "\n+++ " + file + "\n";
    return head + new UnifiedDiff(lines(before == null ? "" : before), lines(after)).hunk();
  }

  /** The lines with their ends. */
  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
  }

  private String hunk() {
    int same = 0;
    int shorter = Math.min(before.size(), after.size());
    while (same < shorter && before.get(same).equals(after.get(same))) {
      same++;
    }
    int end = 0;
    while (end < shorter - same && fromEnd(before, end).equals(fromEnd(after, end))) {
      end++;
    }
    return hunk(same, before.size() - end, after.size() - end);
  }

  private static String fromEnd(List<String> lines, int index) {
    return lines.get(lines.size() - 1 - index);
  }

  private String hunk(int same, int oldEnd, int newEnd) {
    int start = Math.max(0, same - CONTEXT);
    int tail = Math.min(CONTEXT, before.size() - oldEnd);
    out.append(
        "@@ -%s +%s @@\n".formatted(range(start, oldEnd + tail), range(start, newEnd + tail)));
    add(' ', before.subList(start, same));
    add('-', before.subList(same, oldEnd));
    add('+', after.subList(same, newEnd));
    add(' ', before.subList(oldEnd, oldEnd + tail));
    return out.toString();
  }

  /** Of no lines the one before them is named. */
  private static String range(int start, int end) {
    return (end == start ? start : start + 1) + "," + (end - start);
  }

  private void add(char sign, List<String> lines) {
    for (String line : lines) {
      out.append(sign).append(line);
      if (!line.endsWith("\n")) {
        out.append('\n').append(UNENDED);
      }
    }
  }
}
