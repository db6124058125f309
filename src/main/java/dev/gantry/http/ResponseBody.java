package dev.gantry.http;

import dev.gantry.GantryException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The body of an answer: counts, explains failures, and gives the connection back at its end. */
final class ResponseBody extends InputStream {
  /** More than this is not read just to keep a connection. */
  private static final int MAX_REST = 64 * 1024;

  private final InputStream framed;
  private final Lease lease;
  private final ReentrantLock reading = new ReentrantLock();
  private long count;
  private State state = State.OPEN;
  private @Nullable GantryException failure;

  private enum State {
    OPEN,
    ENDED,
    CLOSED
  }

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
      if (failure != null) {
        // HttpCore's streams report an end when they are read again after a failure.
        throw failure;
      }
      if (state == State.CLOSED) {
        throw StreamException.cancelled(lease.call() + ": the answer is closed");
      }
      return state == State.ENDED ? -1 : readSome(b, off, len);
    } finally {
      reading.unlock();
    }
  }

  private int readSome(byte[] b, int off, int len) {
    try {
      heedInterrupt();
      int read = len == 0 ? 0 : framed.read(b, off, len);
      if (read < 0) {
        state = State.ENDED;
        lease.ending().action().run();
      } else {
        count += read;
      }
      return read;
    } catch (IOException e) {
      lease.wire().close();
      failure = Failures.ofBody(lease, count, e);
      throw failure;
    }
  }

  /** While bytes keep coming no read waits, and so none takes notice of an interrupt. */
  private void heedInterrupt() throws IOException {
    if (lease.patience().interrupted()) {
      lease.wire().cancel();
      throw new InterruptedIOException();
    }
  }

  /** At the end of a chunk, HttpCore's stream does not look for the next. */
  @Override
  public int available() throws IOException {
    if (state != State.OPEN || failure != null) {
      return 0;
    }
    return Math.max(framed.available(), lease.wire().hasNextChunk() ? 1 : 0);
  }

  /** From any thread; a read that is under way ends as cancelled. */
  @Override
  public void close() {
    if (!reading.tryLock()) {
      lease.wire().cancel();
      return;
    }
    try {
      if (state == State.OPEN && failure == null && !endsShortly()) {
        lease.wire().close();
      }
      state = State.CLOSED;
    } finally {
      reading.unlock();
    }
  }

  /** Reads the rest if it is short and already here; then the connection is given back. */
  private boolean endsShortly() {
    if (!lease.ending().reusable()) {
      return false;
    }
    lease.patience().hurry();
    byte[] rest = new byte[MAX_REST];
    long limit = count + MAX_REST;
    try {
      while (state == State.OPEN && count < limit) {
        readSome(rest, 0, rest.length);
      }
    } catch (GantryException e) {
      return false;
    }
    return state == State.ENDED;
  }
}
