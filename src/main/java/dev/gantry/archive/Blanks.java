package dev.gantry.archive;

/** Blanks as Go's {@code strings.TrimSpace} knows them: the Unicode property White_Space. */
final class Blanks {
  private static final String OTHERS = "\t\n\u000B\f\r\u0085";

  private Blanks() {}

  static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isSpaceChar(c) || OTHERS.indexOf(c) >= 0;
  }
}
