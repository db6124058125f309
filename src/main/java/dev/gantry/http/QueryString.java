package dev.gantry.http;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** Builds the query of a target, in the order of the calls. */
public final class QueryString {
  private static final String UNRESERVED = "-._~";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private final StringJoiner pairs = new StringJoiner("&");

  /** Adds one {@code name=value}; a list repeats the name for each element. */
  public QueryString add(String name, Object value) {
    if (value instanceof Iterable<?> values) {
      values.forEach(one -> add(name, String.valueOf(one)));
    } else {
      pairs.add(encode(name) + "=" + encode(value.toString()));
    }
    return this;
  }

  /** The target with this query: {@code path?a=b&c=d}, or the path alone when nothing was added. */
  public String appendTo(String path) {
    return pairs.length() == 0 ? path : path + (path.contains("?") ? "&" : "?") + pairs;
  }

  /** {@code a=b&c=d}. */
  @Override
  public String toString() {
    return pairs.toString();
  }

  /**
   * Percent-encodes all but the unreserved characters (RFC 3986, section 2.3), so that it fits a
   * segment of a path as well.
   */
  public static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
      }
    }
    return encoded.toString();
  }
}
