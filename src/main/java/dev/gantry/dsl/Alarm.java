package dev.gantry.dsl;

import dev.gantry.http.HttpResponse;
import dev.gantry.http.StreamException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Closes an answer that is waited for when its time is over. */
final class Alarm implements AutoCloseable {
  private final long start = System.nanoTime();
  private final Duration limit;
  private final CompletableFuture<Void> clock;

  private Alarm(HttpResponse answer, Duration limit) {
    this.limit = limit;
    this.clock =
        CompletableFuture.runAsync(
            answer::close,
            CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS));
  }

  static Alarm closing(HttpResponse answer, Duration limit) {
    return new Alarm(answer, limit);
  }

  /** Whether that is why reading the answer failed. */
  boolean rang(StreamException failure) {
    return failure.cancelled() && System.nanoTime() - start >= limit.toNanos();
  }

  @Override
  public void close() {
    clock.cancel(false);
  }
}
