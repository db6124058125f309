package dev.gantry.cli;

import dev.gantry.UsageException;
import dev.gantry.shell.running.Keyboard;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A line that is typed at a keyboard while that echoes nothing, whichever way standard output goes.
 */
final class TypedLine implements AutoCloseable {
  private static final int END_OF_INPUT = 4;
  private static final int BACKSPACE = 8;
  private static final int KILL_LINE = 21;
  private static final int DELETE = 127;

  private final InputStream in;
  private final Keyboard.Unechoed unechoed;
  private final StringBuilder line = new StringBuilder();

  private TypedLine(InputStream in, Keyboard.Unechoed unechoed) {
    this.in = in;
    this.unechoed = unechoed;
  }

  static TypedLine on(Keyboard keyboard) throws IOException {
    return new TypedLine(keyboard.typed(), keyboard.unechoed());
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
    unechoed.close();
  }
}
