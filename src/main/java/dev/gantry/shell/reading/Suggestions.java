package dev.gantry.shell.reading;

import java.util.Iterator;
import org.jline.reader.History;

/** How an entry that is half typed went on when it was typed before, latest first. */
final class Suggestions {
  private final History history;

  Suggestions(History history) {
    this.history = history;
  }

  /** What is missing to the entry that was typed last and begins like this; often nothing. */
  String rest(String text) {
    if (text.isBlank()) {
      return "";
    }
    for (Iterator<History.Entry> at = history.reverseIterator(); at.hasNext(); ) {
      String line = at.next().line();
      if (line.length() > text.length() && line.startsWith(text)) {
        return line.substring(text.length());
      }
    }
    return "";
  }
}
