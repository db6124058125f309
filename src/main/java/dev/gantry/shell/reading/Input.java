package dev.gantry.shell.reading;

/** What a source of lines gives. */
public sealed interface Input {

  /**
   * A whole entry, perhaps of several lines.
   *
   * @param text as typed, without the last newline
   */
  record Entry(String text) implements Input {}

  /** The entry being typed was given up (Ctrl-C). */
  record Cancelled() implements Input {}

  /** There is nothing more (Ctrl-D, the end of a file). */
  record End() implements Input {}
}
