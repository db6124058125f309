package dev.gantry.http;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The way out of a connection: tells its own failures from those of whoever produces the bytes. */
final class WireOutput extends OutputStream {
  private final WireInput in;
  private final OutputStream out;
  private volatile long stuckSince;
  private volatile @Nullable Thread writer;

  /** The other side does not take what is sent. */
  static final class Broken extends IOException {
    Broken(IOException cause) {
      super("the other side takes no more", cause);
    }
  }

  WireOutput(WireInput in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Since when a write is under way ({@link System#nanoTime}), or 0. */
  long stuckSince() {
    return stuckSince;
  }

  /** Who is in a write; null when nobody is. */
  @Nullable Thread writer() {
    return writer;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] b, int off, int len) throws IOException {
    // 0 means that nothing is written: a clock that stands at 0 is moved by a nanosecond.
    stuckSince = System.nanoTime() | 1;
    writer = Thread.currentThread();
    try {
      in.unlimited();
      out.write(b, off, len);
    } catch (IOException e) {
      throw new Broken(e);
    } finally {
      stuckSince = 0;
      writer = null;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw new Broken(e);
    }
  }
}
