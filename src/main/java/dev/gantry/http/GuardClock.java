package dev.gantry.http;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks again and again after threads that are stuck on a connection: Java can interrupt neither a
 * write nor, without a time-out, a read of a socket. Its one thread goes away when there is nothing
 * to look after.
 */
final class GuardClock {
  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private GuardClock() {}

  /** Looks every so often, until the look is cancelled or throws. */
  static Future<?> every(long millis, Runnable look) {
    return CLOCK.scheduleWithFixedDelay(look, millis, millis, TimeUnit.MILLISECONDS);
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "gantry-guard");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    clock.setKeepAliveTime(1, TimeUnit.SECONDS);
    clock.allowCoreThreadTimeOut(true);
    return clock;
  }
}
