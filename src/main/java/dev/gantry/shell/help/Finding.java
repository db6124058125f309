package dev.gantry.shell.help;

import java.util.Locale;
import java.util.regex.Pattern;

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
    if (wanted.startsWith("-")) {
      return flag(wanted);
    }
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

  /** A flag of the Docker CLI, which stands in the text; a short one is no beginning of any. */
  private int flag(String wanted) {
    String all = text.toLowerCase(Locale.ROOT);
    Pattern whole = Pattern.compile("(?<![\\w-])" + Pattern.quote(wanted) + "(?![\\w-])");
    if (whole.matcher(all).find()) {
      return 0;
    }
    return wanted.startsWith("--") && all.contains(wanted) ? 3 : -1;
  }
}
