package dev.gantry.archive;

import java.io.IOException;
import java.io.InputStream;

/**
 * Input of which only so much may be read until more is allowed: a name or an extended header that
 * claims to be gigabytes long must not be taken into memory.
 */
final class HeadLimit extends InputStream {
  private final InputStream in;
  private long left;

  HeadLimit(InputStream in) {
    this.in = in;
  }

  void allow(long bytes) {
    left = bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (left <= 0 && len > 0) {
      throw new IOException("the headers of one file are longer than anybody's are");
    }
    int count = in.read(b, off, (int) Math.min(len, left));
    left -= Math.max(0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
