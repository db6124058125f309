package dev.gantry.engine;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A program's output as plain bytes; closing it closes the stream. A read gives what is here, of as
 * many frames as that is: most frames are short lines.
 */
final class FrameBytes extends InputStream {
  private final FrameStream frames;

  /** Why the stream broke off; thrown when what came before it has been read. */
  private @Nullable RuntimeException failure;

  FrameBytes(FrameStream frames) {
    this.frames = frames;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] into, int from, int atMost) {
    if (failure != null) {
      throw failure;
    }
    if (atMost == 0) {
      return 0;
    }
    int count = frames.read(into, from, atMost);
    int more = count;
    while (more > 0 && count < atMost && frames.moreIsHere()) {
      more = more(into, from + count, atMost - count);
      count += Math.max(0, more);
    }
    return count;
  }

  private int more(byte[] into, int from, int atMost) {
    try {
      return frames.read(into, from, atMost);
    } catch (RuntimeException e) {
      failure = e;
      return -1;
    }
  }

  @Override
  public void close() {
    frames.close();
  }
}
