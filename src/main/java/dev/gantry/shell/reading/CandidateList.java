package dev.gantry.shell.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * A list of candidates under their headings, made to fit on the screen: with whole descriptions,
 * with short ones, with none; and where that is still too long, without its end.
 *
 * @param wide how many columns a text takes
 * @param columns of the screen
 * @param ellipsis stands where something was cut off
 */
record CandidateList(Function<String, Integer> wide, int columns, String ellipsis) {
  private static final int SHORT = 20;

  /** What JLine (4.5.0) leaves between two columns, and adds to a description. */
  private static final int GAP = 3;

  /**
   * The same or less.
   *
   * @param items headings, and lists of candidates
   * @param rows how many lines there are for it
   */
  List<Object> fitting(List<Object> items, int rows) {
    for (int longest : new int[] {columns, SHORT, 0}) {
      List<Object> shorter = items.stream().map(item -> described(item, longest)).toList();
      if (rows(shorter) <= rows || longest == 0) {
        return rows(shorter) <= rows ? shorter : cut(shorter, rows);
      }
    }
    return items;
  }

  /** The width by which the columns are made: the last line is no part of any. */
  int width(String text) {
    return text.startsWith(more()) ? 0 : wide.apply(text);
  }

  private String more() {
    return ellipsis + " and ";
  }

  private Object described(Object item, int longest) {
    return item instanceof List<?> list
        ? new ArrayList<>(candidates(list).stream().map(it -> described(it, longest)).toList())
        : item;
  }

  private static List<Candidate> candidates(List<?> list) {
    return list.stream().map(Candidate.class::cast).toList();
  }

  private Candidate described(Candidate it, int longest) {
    int room = Math.min(longest, columns - wide.apply(it.displ()) - GAP - 1);
    String about = it.descr();
    return new Candidate(
        it.value(),
        it.displ(),
        it.group(),
        about == null || room <= ellipsis.length() ? null : shortened(about, room),
        it.suffix(),
        it.key(),
        it.complete(),
        it.sort());
  }

  private String shortened(String text, int room) {
    int end = text.length();
    while (end > 0
        && wide.apply(text.substring(0, end))
            > (end < text.length() ? room - ellipsis.length() : room)) {
      end--;
    }
    return end == text.length() ? text : text.substring(0, end).stripTrailing() + ellipsis;
  }

  private int rows(List<Object> items) {
    int across = across(items);
    return items.stream().mapToInt(item -> rows(item, across)).sum();
  }

  private static int rows(Object item, int across) {
    return item instanceof List<?> list ? (list.size() + across - 1) / across : 1;
  }

  /** How many candidates stand beside each other. */
  private int across(List<Object> items) {
    int widest = Math.max(1, Math.min(columns, widest(items)));
    int across = Math.max(1, columns / widest);
    while (across > 1 && across * widest + (across - 1) * GAP >= columns) {
      across--;
    }
    return across;
  }

  private int widest(List<Object> items) {
    return items.stream()
        .flatMap(item -> item instanceof List<?> list ? list.stream() : List.of(item).stream())
        .mapToInt(it -> it instanceof Candidate candidate ? width(candidate) : width((String) it))
        .max()
        .orElse(1);
  }

  private int width(Candidate it) {
    @Nullable String about = it.descr();
    return wide.apply(it.displ()) + (about == null ? 0 : GAP + wide.apply(about));
  }

  private List<Object> cut(List<Object> items, int rows) {
    int across = across(items);
    List<Object> kept = new ArrayList<>();
    int left = rows - 1;
    int more = 0;
    for (Object item : items) {
      if (item instanceof List<?> list) {
        int fits = Math.min(list.size(), across * Math.max(0, left));
        kept.add(new ArrayList<>(list.subList(0, fits)));
        more += list.size() - fits;
        left -= rows(list, across);
      } else if (left > 1) {
        kept.add(item);
        left--;
      } else {
        left = 0;
      }
    }
    kept.removeIf(item -> item instanceof List<?> list && list.isEmpty());
    kept.add(more() + more + " more: type a letter");
    return kept;
  }
}
