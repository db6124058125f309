package dev.gantry.http;

import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Ends the use of a connection that was taken over, when a thread that is stuck in it is
 * interrupted. (Reads of other connections look for themselves: they wait in slices. A slice would
 * cut the writes of such a connection short, see {@link WireInput#unlimited}.)
 */
final class InterruptGuard implements Runnable {
  private static final long PERIOD_MILLIS = 100;

  /** A connection that was forgotten is not kept alive by looking after it. */
  private final WeakReference<Wire> guarded;

  private InterruptGuard(Wire wire) {
    guarded = new WeakReference<>(wire);
  }

  static void watch(Wire wire) {
    var ignored = GuardClock.every(PERIOD_MILLIS, new InterruptGuard(wire));
  }

  @Override
  public void run() {
    Wire wire = guarded.get();
    if (wire == null || wire.isClosed()) {
      throw new CancellationException("nothing to look after any more");
    }
    if (isInterrupted(wire.in().reader()) || isInterrupted(wire.out().writer())) {
      wire.cancel();
    }
  }

  private static boolean isInterrupted(@Nullable Thread thread) {
    return thread != null && thread.isInterrupted();
  }
}
