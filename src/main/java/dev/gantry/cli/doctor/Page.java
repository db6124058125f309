package dev.gantry.cli.doctor;

import dev.gantry.cli.doctor.Finding.Status;
import dev.gantry.json.Colors;
import dev.gantry.json.Colors.Role;
import dev.gantry.json.Printable;
import dev.gantry.json.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings as a page to read: how it is in the first column, what was looked at in the second,
 * what was seen in the third, and what to do after an arrow.
 */
public final class Page {
  private static final int USUAL = 80;

  /** Longer lines are hard to read. */
  private static final int MOST = 100;

  private static final int LEAST_TEXT = 24;
  private static final String ARROW = "→ ";

  private final StringBuilder out = new StringBuilder();
  private final Colors colors;
  private final int width;
  private final int names;

  private Page(Diagnosis diagnosis, int columns, Colors colors) {
    this.colors = colors;
    this.width = columns <= 0 ? USUAL : Math.min(columns, MOST);
    this.names =
        diagnosis.findings().stream().mapToInt(each -> each.check().length()).max().orElse(0);
  }

  /**
   * Lays it out.
   *
   * @param columns of the screen; 0 when they are not known
   */
  public static String of(Diagnosis diagnosis, int columns, Colors colors) {
    Page page = new Page(diagnosis, columns, colors);
    diagnosis.findings().forEach(page::add);
    return page.out.append('\n').append(summary(diagnosis)).append('\n').toString();
  }

  private void add(Finding finding) {
    String mark = TextWidth.pad(finding.status().toString(), Status.WARNING.toString().length());
    String name = TextWidth.pad(finding.check(), names);
    String margin = " ".repeat(mark.length() + name.length() + 4);
    List<String> lines = wrap(finding.detail(), width - margin.length());
    out.append(colors.paint(role(finding.status()), mark))
        .append("  ")
        .append(name)
        .append("  ")
        .append(String.join("\n" + margin, lines))
        .append('\n');
    if (!finding.todo().isEmpty()) {
      List<String> todo = wrap(finding.todo(), width - margin.length() - ARROW.length());
      out.append(margin).append(ARROW).append(String.join("\n" + margin + "  ", todo)).append('\n');
    }
  }

  /** Breaks at blanks; a word that is longer than a line stays whole, so that it can be copied. */
  static List<String> wrap(String text, int columns) {
    int room = Math.max(LEAST_TEXT, columns);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Printable.line(text).split(" ", -1)) {
      if (line.length() > 0 && TextWidth.of(line + " " + word) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static Role role(Status status) {
    return switch (status) {
      case OK -> Role.OK;
      case WARNING -> Role.WARN;
      case FAILED -> Role.ERR;
    };
  }

  private static String summary(Diagnosis diagnosis) {
    String end =
        "%s, %s"
            .formatted(
                number(diagnosis.count(Status.FAILED), "failure"),
                number(diagnosis.count(Status.WARNING), "warning"));
    return (diagnosis.reached() ? "An engine was reached: " : "No engine was reached: ") + end;
  }

  private static String number(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
