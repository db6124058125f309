package dev.gantry.script;

import dev.gantry.engine.Redaction;

/**
 * A place in a script.
 *
 * @param file the script as messages name it
 * @param line counted from 1; 0 when unknown
 * @param column counted from 1; 0 when unknown
 * @param text the whole line, empty when unknown
 */
record Place(String file, int line, int column, String text) {

  /** Errors are copied into reports and logs: a password that stands in the line is not. */
  Place {
    text = Redaction.line(text);
  }

  /** {@code nightly.groovy:3:10}, as far as it is known. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
  }

  /** The same line, with a column; 0 when unknown. */
  Place at(int column) {
    return new Place(file, line, column, text);
  }

  /** The line, indented, or nothing. */
  String quote() {
    return text.isBlank() ? "" : "\n    " + text.strip();
  }

  /** The line with a mark below the column. */
  String quoteWithCaret() {
    int blanks = text.length() - text.stripLeading().length();
    int offset = column - 1 - blanks;
    if (column == 0 || text.isBlank() || offset < 0 || offset > text.strip().length()) {
      return quote();
    }
    String before = text.strip().substring(0, offset);
    return quote() + "\n    " + before.replaceAll("[^\t]", " ") + "^";
  }
}
