package dev.gantry.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;

/**
 * Frees a thread that is stuck in a write: Java has no time-out for that. Looks often, but only
 * while a long body is sent.
 */
final class SendGuard implements AutoCloseable {
  private static final long PERIOD_MILLIS = 20;
  private static final long STUCK_NANOS = Duration.ofMillis(PERIOD_MILLIS).toNanos();

  private final Wire wire;
  private final Patience patience;
  private final Thread sender = Thread.currentThread();
  private final Future<?> watch;
  private volatile boolean timedOut;
  private boolean refused;

  SendGuard(Wire wire, Patience patience) {
    this.wire = wire;
    this.patience = patience;
    this.watch = GuardClock.every(PERIOD_MILLIS, this::look);
  }

  /** Whether the write failed because its time was over. */
  boolean timedOut() {
    return timedOut;
  }

  private void look() {
    long since = wire.out().stuckSince();
    if (since == 0 || System.nanoTime() - since < STUCK_NANOS) {
      return;
    }
    if (sender.isInterrupted()) {
      wire.cancel();
    } else if (patience.isOver(since)) {
      timedOut = true;
      wire.close();
    } else {
      leaveToRefusal();
    }
  }

  /**
   * A daemon that has refused the request reads no more: the write must end. One that has only
   * begun to answer may read on. The rest of a refusal gets one more period to arrive.
   */
  private void leaveToRefusal() {
    try {
      boolean seenBefore = refused;
      refused = wire.in().takeRefusal();
      if (seenBefore && refused) {
        wire.shutdownOutput();
      }
    } catch (IOException e) {
      wire.close();
    }
  }

  @Override
  public void close() {
    watch.cancel(false);
  }
}
