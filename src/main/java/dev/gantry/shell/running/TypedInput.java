package dev.gantry.shell.running;

import java.io.IOException;
import java.io.InputStream;
import org.jline.utils.NonBlockingInputStream;

/**
 * What is typed while an entry runs. A read of the terminal itself cannot be stopped, and would
 * take what is typed at the next prompt; a job must not read beside that either.
 */
final class TypedInput extends InputStream {
  private static final long WAIT_MILLIS = 100;

  private final ShellScreen screen;

  TypedInput(ShellScreen screen) {
    this.screen = screen;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = length == 0 ? 0 : NonBlockingInputStream.READ_EXPIRED;
    while (read == NonBlockingInputStream.READ_EXPIRED) {
      read = screen.keys().readBuffered(into, offset, length, WAIT_MILLIS);
    }
    return read;
  }

  @Override
  public int available() throws IOException {
    return screen.keys().available();
  }
}
