package dev.gantry.shell.help;

import dev.gantry.json.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A page of help, laid out for a width when it is shown. */
public final class Page {
  /** A label wider than this stands on a line of its own. */
  private static final int WIDEST_LABEL = 36;

  private static final int NARROWEST_TEXT = 24;
  private final List<IntFunction<String>> blocks = new ArrayList<>();

  /** A line that is not folded: what is to be typed, or a heading. */
  public Page line(String line) {
    blocks.add(width -> line + "\n");
    return this;
  }

  /** Running text, folded at blanks. */
  public Page text(int indent, String text) {
    blocks.add(width -> Folding.fold(" ".repeat(indent), " ".repeat(indent), text, width));
    return this;
  }

  /** Cells in columns; the last of each row is folded. */
  public Page rows(int indent, List<List<String>> rows) {
    blocks.add(width -> columns(indent, rows, width));
    return this;
  }

  /** A label with its text beside it; labels of one width make a column. */
  public Page row(String label, String text) {
    String start = "  " + TextWidth.pad(label, 8) + "  ";
    blocks.add(width -> Folding.fold(start, " ".repeat(start.length()), text, width));
    return this;
  }

  /** All of another page. */
  public Page then(Page more) {
    blocks.addAll(more.blocks);
    return this;
  }

  /** As text, without a line break at its end. */
  public String text(int width) {
    StringBuilder all = new StringBuilder();
    blocks.forEach(block -> all.append(block.apply(Math.max(width, 20))));
    return all.toString().stripTrailing();
  }

  private static String columns(int indent, List<List<String>> rows, int width) {
    int labels = rows.stream().mapToInt(List::size).max().orElse(1) - 1;
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < labels; column++) {
      int at = column;
      widths.add(
          rows.stream()
              .mapToInt(row -> TextWidth.of(row.get(at)))
              .filter(cell -> cell <= WIDEST_LABEL)
              .max()
              .orElse(0));
    }
    StringBuilder lines = new StringBuilder();
    rows.forEach(row -> lines.append(row(" ".repeat(indent), row, widths, width)));
    return lines.toString();
  }

  private static String row(String indent, List<String> row, List<Integer> widths, int width) {
    StringBuilder start = new StringBuilder(indent);
    boolean fits = true;
    for (int i = 0; i < widths.size(); i++) {
      start.append(TextWidth.pad(row.get(i), widths.get(i))).append("  ");
      fits &= TextWidth.of(row.get(i)) <= widths.get(i);
    }
    String text = row.get(widths.size());
    int column = widths.stream().mapToInt(it -> it + 2).sum() + indent.length();
    boolean beside = fits && width - column >= NARROWEST_TEXT;
    String below =
        " ".repeat(beside || width - column >= NARROWEST_TEXT ? column : indent.length() + 4);
    return beside
        ? Folding.fold(start.toString(), below, text, width)
        : start.toString().stripTrailing() + "\n" + Folding.fold(below, below, text, width);
  }
}
