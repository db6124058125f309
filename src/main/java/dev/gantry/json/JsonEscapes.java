package dev.gantry.json;

/** The escapes of a JSON string (RFC 8259 section 7). */
final class JsonEscapes {
  private static final String SHORT_FROM = "\"\\\b\f\n\r\t";
  private static final String SHORT_TO = "\"\\bfnrt";

  private JsonEscapes() {}

  /** Puts a text in quotes. What is not plain text for a terminal is escaped as well. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || Printable.acts(c) || isLoneSurrogate(text, i)) {
        append(c, out);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }

  /** Appends one character as an escape. */
  static void append(char c, StringBuilder out) {
    int known = SHORT_FROM.indexOf(c);
    if (known >= 0) {
      out.append('\\').append(SHORT_TO.charAt(known));
    } else {
      String hex = Integer.toHexString(c);
      out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
    }
  }

  /** Half a pair has no UTF-8 form: only as an escape does it survive. */
  private static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
