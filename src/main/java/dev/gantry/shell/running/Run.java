package dev.gantry.shell.running;

import dev.gantry.script.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs, from its start until it ends: an entry, what shows its result, a job.
 * Whoever waits for it may leave it to itself.
 */
final class Run {
  /** The prompt is back within half a second, whatever runs. */
  private static final Duration PATIENCE = Duration.ofMillis(350);

  private final long startedAt = System.nanoTime();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
  private final RunThreads threads;
  private volatile CompletableFuture<Void> left = new CompletableFuture<>();
  private final Thread thread;
  private volatile @Nullable Job job;
  private volatile long endedAt;

  /**
   * Does not start yet. Its thread does not keep the process from ending.
   *
   * @param home the group of threads that outlasts it
   */
  Run(ThreadGroup home, String name, Supplier<Outcome> work) {
    threads = new RunThreads(home, name, this);
    thread = new Thread(threads, () -> work(work), name);
    thread.setDaemon(true);
  }

  Run start() {
    thread.start();
    return this;
  }

  /**
   * Waits for the end; not when it was told to stop and does not, nor when it is left.
   *
   * @return null when it still runs
   */
  @Nullable Outcome await() {
    CompletableFuture.anyOf(outcome, cancelled, left).join();
    try {
      return left.isDone()
          ? outcome.getNow(null)
          : outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null;
    } catch (InterruptedException | ExecutionException e) {
      // The outcome is never exceptional, and nobody interrupts the thread that reads lines.
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** The outcome, once it is there. */
  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  boolean isOver() {
    return outcome.isDone();
  }

  boolean isCancelled() {
    return cancelled.isDone();
  }

  /** Its threads are interrupted. */
  void cancel() {
    cancelled.complete(null);
    threads.interruptAll();
  }

  /** Whoever waits goes on; it runs as a job, or as nothing that is seen. */
  void leave() {
    left.complete(null);
  }

  /** From now on it is a job, or, with null, somebody waits for it again. */
  void become(@Nullable Job background) {
    job = background;
    if (background == null) {
      left = new CompletableFuture<>();
    }
  }

  /** What it is in the background; null when it is in the foreground. */
  @Nullable Job job() {
    return job;
  }

  /** What it is called where it has no other name. */
  String name() {
    return thread.getName();
  }

  RunThreads threads() {
    return threads;
  }

  Duration elapsed() {
    return Duration.ofNanos((isOver() ? endedAt : System.nanoTime()) - startedAt);
  }

  private void work(Supplier<Outcome> work) {
    Outcome ended;
    try {
      ended = work.get();
    } catch (Throwable e) {
      // Without this the reader would wait for ever for an entry that has died.
      ended = new Outcome.Failed(String.valueOf(e), e);
    }
    endedAt = System.nanoTime();
    outcome.complete(cancelled.isDone() ? stopped(ended) : ended);
    threads.runIsOver();
  }

  /** What a cancelled read gives may look like a normal end; only an exit is still meant. */
  private Outcome stopped(Outcome ended) {
    return ended instanceof Outcome.Exit ? ended : new Outcome.Interrupted(elapsed());
  }
}
