package dev.gantry.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.ReentrantLock;

/** The body of an answer: counts, explains failures, and gives the connection back at its end. */
final class ResponseBody extends InputStream {
  private final InputStream framed;
  private final Lease lease;
  private final ReentrantLock reading = new ReentrantLock();
  private long count;
  private volatile boolean closed;
  private boolean done;

  ResponseBody(InputStream framed, Lease lease) {
    this.framed = framed;
    this.lease = lease;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) {
    reading.lock();
    try {
      if (closed) {
        throw StreamException.cancelled(lease.call() + ": the answer is closed");
      }
      return done || len == 0 ? (done ? -1 : 0) : readSome(b, off, len);
    } finally {
      reading.unlock();
    }
  }

  private int readSome(byte[] b, int off, int len) {
    try {
      int read = framed.read(b, off, len);
      if (read < 0) {
        done = true;
        lease.atEnd().run();
      } else {
        count += read;
      }
      return read;
    } catch (IOException e) {
      lease.wire().close();
      throw Failures.ofBody(lease, count, e);
    }
  }

  @Override
  public int available() throws IOException {
    return done || closed ? 0 : framed.available();
  }

  @Override
  public void close() {
    if (!reading.tryLock()) {
      lease.wire().cancel();
      return;
    }
    try {
      if (!closed && !done) {
        lease.wire().close();
      }
      closed = true;
    } finally {
      reading.unlock();
    }
  }
}
