package dev.gantry.shell.reading;

import java.util.ListIterator;
import java.util.Optional;
import org.jline.reader.History;

/** Going up and down through the entries that begin as what is typed. */
final class HistoryWalk {
  private String typed = "";
  private String shown = "";

  /**
   * The next older one.
   *
   * @param text what stands at the prompt: an entry that was found, or the beginning of one
   */
  Optional<String> back(History history, String text) {
    if (!text.equals(shown) || history.index() > history.last()) {
      typed = text;
      history.moveToEnd();
    }
    ListIterator<History.Entry> at = history.iterator(history.index());
    while (at.hasPrevious()) {
      History.Entry entry = at.previous();
      if (entry.line().startsWith(typed) && !entry.line().equals(text)) {
        return found(history, entry);
      }
    }
    return Optional.empty();
  }

  /** The next newer one, and at last what was typed. */
  Optional<String> forth(History history, String text) {
    if (!text.equals(shown) || history.index() > history.last()) {
      return Optional.empty();
    }
    ListIterator<History.Entry> at = history.iterator(history.index() + 1);
    while (at.hasNext()) {
      History.Entry entry = at.next();
      if (entry.line().startsWith(typed) && !entry.line().equals(text)) {
        return found(history, entry);
      }
    }
    history.moveToEnd();
    shown = typed;
    return Optional.of(typed);
  }

  /** Goes on from an entry that was found in another way. */
  void startAt(History history, int index) {
    typed = "";
    history.moveTo(history.first() + index);
    shown = history.current();
  }

  private Optional<String> found(History history, History.Entry entry) {
    history.moveTo(entry.index());
    shown = entry.line();
    return Optional.of(shown);
  }
}
