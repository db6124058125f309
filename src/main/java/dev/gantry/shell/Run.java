package dev.gantry.shell;

import dev.gantry.script.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One entry that runs, from its start until it ends, is stopped, or is left behind. */
final class Run {
  private final long startedAt = System.nanoTime();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean cancelled;

  /** Starts at once. The thread does not keep the process from ending. */
  Run(String name, Supplier<Outcome> entry) {
    thread = new Thread(() -> work(entry), name);
    thread.setDaemon(true);
    thread.start();
  }

  Outcome await() {
    return outcome.join();
  }

  boolean isOver() {
    return outcome.isDone();
  }

  boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
    thread.interrupt();
  }

  void leaveBehind() {
    outcome.complete(new Outcome.LeftBehind(elapsed()));
  }

  private void work(Supplier<Outcome> entry) {
    try {
      Outcome ended = entry.get();
      outcome.complete(cancelled ? stopped(ended) : ended);
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
