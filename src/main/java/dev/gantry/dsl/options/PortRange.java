package dev.gantry.dsl.options;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A port, or a range of ports such as {@code 8000-8010}; both ends belong to it. */
record PortRange(int first, int last) {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
  private static final int HIGHEST = 65_535;

  static PortRange parse(String text, Asked asked) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first <= last && last <= HIGHEST) {
        return new PortRange(first, last);
      }
    }
    throw asked.bad("'" + text + "' is not a port or a range of ports");
  }

  int size() {
    return last - first + 1;
  }

  int nth(int index) {
    return first + index;
  }
}
