package dev.gantry.engine;

import java.io.InputStream;

/** A program's output as plain bytes; closing it closes the stream. */
final class FrameBytes extends InputStream {
  private final FrameStream frames;

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
    return atMost == 0 ? 0 : frames.read(into, from, atMost);
  }

  @Override
  public void close() {
    frames.close();
  }
}
