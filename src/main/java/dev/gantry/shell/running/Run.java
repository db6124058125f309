package dev.gantry.shell.running;

import dev.gantry.script.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** One entry that runs, from its start until it ends, is stopped, or is left behind. */
public final class Run {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final long startedAt = System.nanoTime();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Thread thread;
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();

  /** Starts at once. The thread does not keep the process from ending. */
  Run(String name, Supplier<Outcome> entry) {
    thread = new Thread(() -> work(entry), name);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits for the end.
   *
   * @param stubborn what to do when the entry still runs a while after it was told to stop
   */
  Outcome await(Runnable stubborn) {
    CompletableFuture.anyOf(outcome, cancelled).join();
    try {
      return outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      stubborn.run();
    } catch (InterruptedException | ExecutionException e) {
      // The outcome is never exceptional, and nobody interrupts the thread that reads lines.
      Thread.currentThread().interrupt();
    }
    return outcome.join();
  }

  boolean isOver() {
    return outcome.isDone();
  }

  boolean isCancelled() {
    return cancelled.isDone();
  }

  void cancel() {
    cancelled.complete(null);
    thread.interrupt();
  }

  void leaveBehind() {
    outcome.complete(new Outcome.LeftBehind(elapsed()));
  }

  private void work(Supplier<Outcome> entry) {
    try {
      Outcome ended = entry.get();
      outcome.complete(cancelled.isDone() ? stopped(ended) : ended);
    } catch (Throwable e) {
      // Without this the reader would wait for ever for an entry that has died.
      outcome.complete(new Outcome.Failed(String.valueOf(e), e));
    }
  }

  /** What a cancelled read gives may look like a normal end; only an exit is still meant. */
  private Outcome stopped(Outcome ended) {
    return ended instanceof Outcome.Exit ? ended : new Outcome.Interrupted(elapsed());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }
}
