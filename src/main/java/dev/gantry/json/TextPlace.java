package dev.gantry.json;

/** A place in a text: line and column from 1, and the few characters that lead up to it. */
record TextPlace(int line, int column, String excerpt) {

  String describe() {
    return describeWithoutExcerpt() + (excerpt.isEmpty() ? "" : ", after `" + excerpt + "`");
  }

  String describeWithoutExcerpt() {
    return " at line " + line + ", column " + column;
  }
}
