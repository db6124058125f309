package dev.gantry.json;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How many columns a text takes on a terminal: not its number of characters. */
public final class TextWidth {
  private static final String ELLIPSIS = "…";
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  /**
   * First and last code point of each range of width 2: W and F of Unicode 14 EastAsianWidth.txt
   * with the unassigned places between them, and all of the block of newer emoji.
   */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
    0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1,
    0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA,
    0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
    0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
    0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E,
    0x3041, 0x3247, 0x3250, 0x4DBF, 0x4E00, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
    0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x1B2FB, 0x1F004,
    0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320, 0x1F32D,
    0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0,
    0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF,
    0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4,
    0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5,
    0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C,
    0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private TextWidth() {}

  /** Counts the columns of a text without control characters (see {@link Printable}). */
  public static int of(String text) {
    return isAscii(text) ? text.length() : clusters(text).mapToInt(TextWidth::ofCluster).sum();
  }

  /** Cuts a text to a number of columns, with {@code …} at the end of what was cut. */
  public static String cut(String text, int columns) {
    return cut(text, columns, ELLIPSIS);
  }

  /** Cuts a text to a number of columns, with another mark at the end of what was cut. */
  static String cut(String text, int columns, String ellipsis) {
    if (of(text) <= columns) {
      return text;
    }
    String mark = of(ellipsis) <= columns ? ellipsis : ".".repeat(Math.max(0, columns));
    StringBuilder kept = new StringBuilder();
    int left = columns - of(mark);
    for (String cluster : clusters(text).toList()) {
      left -= ofCluster(cluster);
      if (left < 0) {
        break;
      }
      kept.append(cluster);
    }
    return kept.append(mark).toString();
  }

  /** Fills a text with blanks up to a number of columns. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  private static Stream<String> clusters(String text) {
    return CLUSTER.matcher(text).results().map(MatchResult::group);
  }

  /**
   * What is shown as one picture takes two columns: a joined sequence, a flag, a character with the
   * emoji selector, a base with a skin tone (Unicode 15 technical standard 51, section 2).
   */
  private static int ofCluster(String cluster) {
    boolean picture =
        cluster.indexOf('\u200d') >= 0 || cluster.indexOf('\ufe0f') > 0 || isFlag(cluster);
    int sum = cluster.codePoints().map(TextWidth::ofCodePoint).sum();
    boolean toned = cluster.codePoints().skip(1).anyMatch(c -> c >= 0x1F3FB && c <= 0x1F3FF);
    return picture || toned ? Math.min(2, Math.max(sum, picture ? 2 : 1)) : sum;
  }

  private static boolean isFlag(String cluster) {
    return cluster.codePoints().filter(c -> c >= 0x1F1E6 && c <= 0x1F1FF).count() == 2;
  }

  private static int ofCodePoint(int c) {
    int type = Character.getType(c);
    boolean invisible =
        type == Character.NON_SPACING_MARK
            || type == Character.ENCLOSING_MARK
            || (type == Character.FORMAT && c != 0xAD)
            || (c >= 0x1160 && c <= 0x11FF);
    return invisible ? 0 : isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    int at = Arrays.binarySearch(WIDE, c);
    // Not an end of a range: the insertion point is odd exactly when it lies between two ends.
    return at >= 0 || (-at - 1) % 2 == 1;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7e) {
        return false;
      }
    }
    return true;
  }
}
