package dev.gantry.shell.completion;

/** How far an expression reaches that starts at a place: to the end of its line or statement. */
record Extent(String text, int from) {

  private static final int MOST_LINES = 100;

  /** A line that goes on with a dot, or in brackets, belongs to it. */
  int end() {
    int at = from;
    for (int lines = 0; at < text.length() && lines < MOST_LINES; lines++) {
      int line = text.indexOf('\n', at);
      int end = line < 0 ? text.length() : line;
      Scan scan = new Scan(text.substring(from, end));
      if (line < 0 || (scan.open().isEmpty() && !goesOn(end))) {
        return Chain.skipBlanks(text, cut(end));
      }
      at = line + 1;
    }
    return text.length();
  }

  private boolean goesOn(int end) {
    return text.substring(end).stripLeading().startsWith(".");
  }

  /** Before a semicolon that is in no bracket or string. */
  private int cut(int end) {
    for (int i = text.indexOf(';', from); i >= 0 && i < end; i = text.indexOf(';', i + 1)) {
      if (new Scan(text.substring(from, i)).open().isEmpty()) {
        return i;
      }
    }
    return end;
  }
}
