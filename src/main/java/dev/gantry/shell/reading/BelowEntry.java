package dev.gantry.shell.reading;

import org.jline.utils.AttributedString;

/** What stands in the line below an entry while that is typed. */
public interface BelowEntry {

  /** The text now, empty for none; asked at each drawing, in any thread. */
  AttributedString line();

  /**
   * An entry is about to be typed.
   *
   * @param news has the entry drawn anew, from any thread
   */
  void begins(Runnable news);

  /** It was typed, and is about to run. */
  void ends();

  /** Nothing ever stands there. */
  BelowEntry NOTHING =
      new BelowEntry() {
        @Override
        public AttributedString line() {
          return AttributedString.EMPTY;
        }

        @Override
        public void begins(Runnable news) {}

        @Override
        public void ends() {}
      };
}
