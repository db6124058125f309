package dev.gantry.shell.completion;

/** Names as Groovy wants them written. */
final class Quoting {
  private Quoting() {}

  static String quoted(String name) {
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** In quotes where it is no name of Groovy's. */
  static String ifOdd(String name) {
    boolean plain =
        !name.isEmpty()
            && Character.isJavaIdentifierStart(name.charAt(0))
            && name.chars().allMatch(Character::isJavaIdentifierPart);
    return plain ? name : quoted(name);
  }

  /** As it stands between quotes of a kind. */
  static String within(String quote, String text) {
    String escaped = text.replace("\\", "\\\\").replace(quote, "\\" + quote);
    return quote.startsWith("\"") ? escaped.replace("$", "\\$") : escaped;
  }
}
