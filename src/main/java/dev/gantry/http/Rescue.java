package dev.gantry.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Input that can be taken in ahead, by another thread than the one that reads.
 *
 * <p>When a write fails, junixsocket closes the whole socket, and an answer that waits in it is
 * gone (seen with 2.11.1). So the answer is taken in before the write is made to fail.
 */
final class Rescue extends InputStream {
  private static final int MOST = 64 * 1024;

  /** The first digit of the status in {@code HTTP/1.1 400}. */
  private static final int STATUS = "HTTP/1.1 ".length();

  private final InputStream in;
  private final ReentrantLock lock = new ReentrantLock();
  private byte[] rescued = {};
  private int position;

  Rescue(InputStream in) {
    this.in = in;
  }

  /**
   * Takes in what has come.
   *
   * @return whether it is an answer that refuses the request
   */
  boolean takeRefusal() throws IOException {
    if (!lock.tryLock()) {
      return false;
    }
    try {
      int count = Math.min(in.available(), MOST - rescued.length);
      if (count > 0) {
        int start = rescued.length;
        rescued = Arrays.copyOf(rescued, start + count);
        int read = in.read(rescued, start, count);
        rescued = Arrays.copyOf(rescued, start + Math.max(0, read));
      }
      return position == 0
          && rescued.length > STATUS
          && (rescued[STATUS] == '4' || rescued[STATUS] == '5');
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    lock.lock();
    try {
      int count = Math.min(len, rescued.length - position);
      if (count <= 0) {
        return in.read(b, off, len);
      }
      System.arraycopy(rescued, position, b, off, count);
      position += count;
      return count;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int available() throws IOException {
    int here = rescued.length - position;
    return here > 0 ? here : in.available();
  }

  /** Whether the next read needs no connection. */
  boolean hasRescued() {
    return position < rescued.length;
  }

  /** A new answer is due. */
  void begin() {
    rescued = new byte[0];
    position = 0;
  }
}
