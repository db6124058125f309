package dev.gantry.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Connections that wait for their next request, the freshest first. Ages are checked on use.
 *
 * <p>Where connections are dear, it knows how many there are, and lets calls wait for one.
 */
final class ConnectionPool {
  private static final int MAX_IDLE = 8;
  private static final long MAX_IDLE_NANOS = Duration.ofSeconds(30).toNanos();

  /** Longer than most calls take; what waits for something to happen is not waited for. */
  private static final long MAX_WAIT_NANOS = Duration.ofSeconds(2).toNanos();

  private static final long LOOK_MILLIS = 50;

  private final Deque<Wire> idle = new ArrayDeque<>();
  private int open;
  private int dialing;
  private long lastChange = System.nanoTime();
  private boolean closed;

  /**
   * Hands out a connection that can be used, if there is one.
   *
   * @param probe whether to look (for up to a millisecond) if the other side has closed it
   */
  @Nullable Wire take(boolean probe) {
    for (Wire wire = poll(); wire != null; wire = poll()) {
      if (!wire.hasLeftovers() && !(probe && wire.in().stale())) {
        return wire;
      }
      wire.close();
    }
    return null;
  }

  /**
   * As {@link #take}; and while so many connections are open that one more is dear, waits for one.
   * In vain when nothing changes for two seconds, or the thread is interrupted.
   *
   * @return null when the caller is to open one, and to say so with {@link #settle}
   */
  @Nullable Wire takeOrClaim(boolean probe, int width) {
    Wire wire = take(probe);
    while (wire == null && !claimed(width)) {
      wire = take(probe);
    }
    return wire;
  }

  private synchronized boolean claimed(int width) {
    while (idle.isEmpty()) {
      if (open + dialing < width || !moves() || Thread.currentThread().isInterrupted()) {
        dialing++;
        return true;
      }
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return false;
  }

  private boolean moves() {
    return dialing > 0 || System.nanoTime() - lastChange < MAX_WAIT_NANOS;
  }

  /**
   * The caller opens a connection whatever it costs, and says so with {@link #settle}. One that
   * waits makes room.
   */
  synchronized void claim(int width) {
    if (open + dialing >= width && !idle.isEmpty()) {
      idle.removeLast().close();
    }
    dialing++;
  }

  /**
   * What was claimed is done.
   *
   * @param opened whether there is one connection more
   */
  synchronized void settle(boolean opened) {
    dialing--;
    open += opened ? 1 : 0;
    changed();
  }

  /** There is one connection less. */
  synchronized void closedOne() {
    open--;
    changed();
  }

  private void changed() {
    lastChange = System.nanoTime();
    notifyAll();
  }

  private synchronized @Nullable Wire poll() {
    evict();
    return idle.pollFirst();
  }

  synchronized void add(Wire wire) {
    evict();
    if (closed || idle.size() >= MAX_IDLE) {
      wire.close();
      return;
    }
    wire.rest();
    idle.addFirst(wire);
    changed();
  }

  private void evict() {
    while (!idle.isEmpty() && idle.getLast().idleNanos() > MAX_IDLE_NANOS) {
      idle.removeLast().close();
    }
  }

  synchronized void close() {
    closed = true;
    idle.forEach(Wire::close);
    idle.clear();
  }
}
