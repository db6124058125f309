package dev.gantry.shell.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A search through earlier entries, letter by letter.
 *
 * <p>JLine's own (4.5.0) passes over an entry whose first match does not go on as what is typed,
 * though a later one in it does, and ends at a closing bracket.
 */
final class HistorySearch {
  private final List<Typed> entries;
  private final Deque<State> former = new ArrayDeque<>();
  private State now;

  /**
   * Where a search has come to.
   *
   * @param term what is looked for
   * @param at index of the entry that was found; that behind the last before anything is looked for
   * @param backward whether it went to older entries
   * @param failed whether there was none further on
   */
  private record State(String term, int at, boolean backward, boolean failed) {}

  /**
   * @param backward whether it begins towards older entries
   */
  HistorySearch(List<Typed> entries, boolean backward) {
    this.entries = entries;
    this.now = new State("", entries.size(), backward, false);
  }

  String term() {
    return now.term();
  }

  /** More letters: the entry that was found stays if it has them too. */
  void type(String letters) {
    former.push(now);
    go(now.term() + letters, Math.min(now.at(), entries.size() - 1), now.backward());
  }

  /** The next entry that has it, in a direction. */
  void next(boolean backward) {
    former.push(now);
    go(now.term(), now.at() + (backward ? -1 : 1), backward);
  }

  /** Takes back the last letter or step. */
  void back() {
    if (!former.isEmpty()) {
      now = former.pop();
    }
  }

  /** The entry, and in it the place of what was looked for. */
  Optional<Found> found() {
    return now.term().isEmpty() || now.at() >= entries.size()
        ? Optional.empty()
        : Optional.of(new Found(now.at(), text(now.at()), place(text(now.at()), now.term())));
  }

  /**
   * An entry that was found.
   *
   * @param index of the entry, from 0
   * @param caret index of what was looked for
   */
  record Found(int index, String text, int caret) {}

  /** What is being done, and whether it goes well. */
  String status() {
    return (now.failed() ? "no " : "")
        + (now.backward() ? "earlier entry with: " : "later entry with: ")
        + now.term();
  }

  private void go(String term, int from, boolean backward) {
    String shown = now.at() < entries.size() ? text(now.at()) : "";
    boolean extended = !term.equals(now.term());
    for (int i = from; i >= 0 && i < entries.size(); i += backward ? -1 : 1) {
      if (place(text(i), term) >= 0 && (extended || !text(i).equals(shown))) {
        now = new State(term, i, backward, false);
        return;
      }
    }
    now = new State(term, now.at(), backward, !term.isEmpty());
  }

  private String text(int index) {
    return entries.get(index).text();
  }

  private static int place(String text, String term) {
    return text.toLowerCase(Locale.ROOT).lastIndexOf(term.toLowerCase(Locale.ROOT));
  }
}
