package dev.gantry.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Connections that wait for their next request, the freshest first. Ages are checked on use. */
final class ConnectionPool {
  private static final int MAX_IDLE = 8;
  private static final long MAX_IDLE_NANOS = Duration.ofSeconds(30).toNanos();

  private final Deque<Wire> idle = new ArrayDeque<>();
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
