package dev.gantry.shell.help;

import java.util.Locale;

/**
 * Something that {@code /find} may find.
 *
 * @param kind verb, option, operation or field
 * @param name as it is typed
 * @param word the part of the name that is its own
 * @param text what it is
 */
record Finding(String kind, String name, String word, String text) {

  /** The lower the better; a negative number where it does not match. */
  int rank(String wanted) {
    String own = word.toLowerCase(Locale.ROOT);
    if (own.equals(wanted)) {
      return 0;
    }
    if (own.startsWith(wanted)) {
      return 1;
    }
    if (name.toLowerCase(Locale.ROOT).contains(wanted)) {
      return 2;
    }
    return text.toLowerCase(Locale.ROOT).contains(wanted) ? 3 : -1;
  }
}
