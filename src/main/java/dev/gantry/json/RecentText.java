package dev.gantry.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Remembers the last characters that went through it, to quote them when they are wrong. Drops a
 * byte order mark at the start, which a reader of JSON may (RFC 8259 section 8.1).
 */
final class RecentText extends FilterReader {
  private static final int EXCERPT = 30;

  private String recent = "";
  private long total;
  private boolean started;

  RecentText(Reader text) {
    super(text);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (!started && count > 0) {
      started = true;
      if (target[offset] == '\ufeff') {
        System.arraycopy(target, offset + 1, target, offset, count - 1);
        return count == 1 ? read(target, offset, length) : remember(target, offset, count - 1);
      }
    }
    return remember(target, offset, count);
  }

  private int remember(char[] target, int offset, int count) {
    if (count > 0) {
      String kept = recent.substring(Math.max(0, recent.length() - EXCERPT));
      recent = kept + new String(target, offset, count);
      total += count;
    }
    return count;
  }

  /** How many characters went through so far. */
  long total() {
    return total;
  }

  /** The characters before a position counted from the start of the text, on one line. */
  String before(long position) {
    int end = (int) Math.max(0, Math.min(recent.length(), recent.length() - (total - position)));
    return Printable.line(recent.substring(Math.max(0, end - EXCERPT), end)).strip();
  }
}
