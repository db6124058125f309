package dev.gantry.cli;

import dev.gantry.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A line that is typed at the terminal while that echoes nothing, whichever way standard output
 * goes. The terminal hands over each key, and lets go of a read after a fifth of a second, so that
 * Ctrl-C ends the wait; afterwards it is as it was.
 */
final class TypedLine implements AutoCloseable {
  private static final int END_OF_INPUT = 4;
  private static final int BACKSPACE = 8;
  private static final int KILL_LINE = 21;
  private static final int DELETE = 127;

  private final InputStream in;
  private final String before;
  private final StringBuilder line = new StringBuilder();

  private TypedLine(InputStream in, String before) {
    this.in = in;
    this.before = before;
  }

  static TypedLine on(InputStream in) throws IOException {
    String before = Stty.settings();
    Stty.set("-echo", "-icanon", "min", "0", "time", "2");
    return new TypedLine(in, before);
  }

  /**
   * Reads up to the end of the line; it is empty when the input ends first.
   *
   * @param seen hears what an echo would show
   * @throws UsageException the thread was interrupted
   */
  String read(Consumer<String> seen) throws IOException {
    while (true) {
      int key = in.read();
      if (Thread.currentThread().isInterrupted()) {
        throw new UsageException("the question was left unanswered");
      }
      if (key == '\n' || key == '\r' || key == END_OF_INPUT) {
        return line.toString();
      }
      if (key >= 0) {
        take(key, seen);
      }
    }
  }

  private void take(int key, Consumer<String> seen) throws IOException {
    if (key == BACKSPACE || key == DELETE) {
      rubOut(1, seen);
    } else if (key == KILL_LINE) {
      rubOut(Integer.MAX_VALUE, seen);
    } else if (key >= ' ') {
      String typed = character(key);
      line.append(typed);
      seen.accept(typed);
    }
  }

  private void rubOut(int characters, Consumer<String> seen) {
    for (int i = 0; i < characters && line.length() > 0; i++) {
      line.setLength(line.offsetByCodePoints(line.length(), -1));
      seen.accept("\b \b");
    }
  }

  /** The other bytes of a character follow its first one at once (RFC 3629). */
  private String character(int first) throws IOException {
    int length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    byte[] bytes = new byte[length];
    bytes[0] = (byte) first;
    for (int i = 1; i < length; i++) {
      bytes[i] = (byte) in.read();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    Stty.restore(before);
  }
}
