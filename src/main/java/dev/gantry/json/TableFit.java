package dev.gantry.json;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which columns of a table are shown, and how wide each is. */
final class TableFit {
  /** Blanks between two columns. */
  static final int GAP = 3;

  /** A column is rather left out than cut below this, unless little else is there. */
  private static final int LEAST = 16;

  private static final int LEAST_OF_TWO = 10;

  private final int[] shown;
  private final int[] widths;

  private TableFit(int[] shown, int[] widths) {
    this.shown = shown;
    this.widths = widths;
  }

  /** The places of the columns, from left to right. */
  int[] shown() {
    return shown;
  }

  /** How wide each of those is. */
  int[] widths() {
    return widths;
  }

  /**
   * Fits columns into a screen. The name and the state of a thing stay longest; of the others those
   * to the right go first.
   *
   * @param natural what each column would like
   * @param width of the screen; 0 when there is no limit
   */
  static TableFit of(List<String> headers, int[] natural, int width) {
    int[] all = IntStream.range(0, natural.length).toArray();
    if (width <= 0 || natural.length == 0) {
      return new TableFit(all, natural);
    }
    int[] kept =
        Arrays.stream(all)
            .boxed()
            .sorted(Comparator.comparing(i -> rank(headers.get(i), i)))
            .mapToInt(Integer::intValue)
            .toArray();
    while (kept.length > 1 && leastWidth(kept, natural) > width) {
      kept = Arrays.copyOf(kept, kept.length - 1);
    }
    Arrays.sort(kept);
    boolean[] last = new boolean[kept.length];
    for (int i = 0; i < kept.length; i++) {
      last[i] = rank(headers.get(kept[i]), 0) < 0;
    }
    int[] widths = Arrays.stream(kept).map(i -> Math.min(natural[i], width)).toArray();
    shrink(widths, last, Math.max(1, width - GAP * (kept.length - 1)));
    return new TableFit(kept, widths);
  }

  /** Whether all columns are shown. */
  boolean isWhole(int columns) {
    return shown.length == columns;
  }

  /** The headers of those that are not shown. */
  List<String> left(List<String> headers) {
    return IntStream.range(0, headers.size())
        .filter(i -> Arrays.binarySearch(shown, i) < 0)
        .mapToObj(headers::get)
        .toList();
  }

  private static int rank(String header, int place) {
    return switch (header) {
      case "NAME", "NAMES" -> -2;
      case "STATUS", "STATE", "CURRENT STATE" -> -1;
      default -> place;
    };
  }

  private static int leastWidth(int[] kept, int[] natural) {
    int least = kept.length > 2 ? LEAST : LEAST_OF_TWO;
    int cells = Arrays.stream(kept).map(i -> Math.min(natural[i], least)).sum();
    return cells + GAP * (kept.length - 1);
  }

  /** Cuts the widest as long as it is wide enough; those that are to be cut last only then. */
  private static void shrink(int[] widths, boolean[] last, int room) {
    while (Arrays.stream(widths).sum() > room) {
      int other = widest(widths, last);
      widths[
          other >= 0 && widths[other] > LEAST ? other : widest(widths, new boolean[last.length])]--;
    }
  }

  /** The place of the widest of those that are not left out; -1 for none. */
  private static int widest(int[] widths, boolean[] without) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      if (!without[i] && (widest < 0 || widths[i] >= widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }
}
