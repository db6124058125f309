package dev.gantry.shell.running;

import java.io.IOException;
import java.io.InputStream;

/** Where a person types answers. */
public interface Keyboard {

  /** Whether what is typed now is for the calling thread, and not for somebody else's prompt. */
  boolean isFree();

  /** What is typed. */
  InputStream typed();

  /**
   * From now on each key comes at once, and is not echoed.
   *
   * @throws IOException it has no such settings
   */
  Unechoed unechoed() throws IOException;

  /** Once it is closed, the keyboard is as before. */
  interface Unechoed extends AutoCloseable {
    @Override
    void close() throws IOException;
  }
}
