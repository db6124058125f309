package dev.gantry.shell.running;

import dev.gantry.UsageException;
import dev.gantry.script.Outcome;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs in the background: {@code j = job { docker.images.pull('busybox') }}. What it
 * prints stands above the prompt, with its name before each line.
 */
public final class Job {
  private final int id;
  private final String name;
  private final Run run;
  private final Runnable stop;
  private final JobOutput output = new JobOutput();
  private volatile boolean muted;

  /**
   * A run in the background.
   *
   * @param stop tells it to stop
   */
  Job(int id, String name, Run run, Runnable stop) {
    this.id = id;
    this.name = name;
    this.run = run;
    this.stop = stop;
  }

  Run run() {
    return run;
  }

  JobOutput written() {
    return output;
  }

  /** Its number: what {@code /fg} and {@code /kill} take. */
  public int getId() {
    return id;
  }

  /** What it was called; by default what it does. */
  public String getName() {
    return name;
  }

  /** {@code running}, {@code stopping}, {@code done}, {@code failed} or {@code cancelled}. */
  public String getState() {
    Outcome ended = outcome();
    if (ended == null) {
      return run.isCancelled() ? "stopping" : "running";
    }
    if (ended instanceof Outcome.Failed) {
      return "failed";
    }
    return ended instanceof Outcome.Interrupted ? "cancelled" : "done";
  }

  private @Nullable Outcome outcome() {
    return run.outcome().getNow(null);
  }

  /** Whether it has not ended yet. */
  public boolean isRunning() {
    return !run.isOver();
  }

  /** What its last expression gave; null until it is done. */
  public @Nullable Object getResult() {
    return outcome() instanceof Outcome.Value given ? given.value() : null;
  }

  /** What it failed with; null unless it did. */
  public @Nullable Throwable getError() {
    return outcome() instanceof Outcome.Failed failed ? failed.error() : null;
  }

  /** What it has printed so far; of very much, the end. */
  public String getOutput() {
    return output.text();
  }

  /** How long it has run. */
  public Duration getDuration() {
    return run.elapsed();
  }

  /** Whether what it prints is not shown any more. */
  boolean isMuted() {
    return muted;
  }

  /**
   * Tells it to stop: its threads are interrupted, its connections closed. Does not wait. What does
   * not heed that is not heard any more when it is told again.
   */
  public Job cancel() {
    muted = run.isCancelled();
    stop.run();
    return this;
  }

  /**
   * Waits for its end.
   *
   * @return what its last expression gave
   * @throws UsageException it failed, or was cancelled
   */
  public @Nullable Object await() throws InterruptedException {
    return await(Integer.MAX_VALUE);
  }

  /**
   * Waits for its end, at most so many seconds.
   *
   * @throws UsageException it still runs
   */
  public @Nullable Object await(Number seconds) throws InterruptedException {
    try {
      long millis = Math.round(seconds.doubleValue() * 1000);
      return result(run.outcome().get(millis, TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException e) {
      throw new UsageException("job " + id + " still runs after " + seconds + " s");
    }
  }

  private @Nullable Object result(Outcome ended) {
    if (ended instanceof Outcome.Value given) {
      return given.value();
    }
    throw new UsageException(
        ended instanceof Outcome.Failed failed
            ? "job " + id + " failed: " + failed.message()
            : "job " + id + " was cancelled");
  }

  @Override
  public String toString() {
    String called = name.equals("job " + id) ? name : "job " + id + " " + name;
    return called + " (" + getState() + ", " + Spent.text(getDuration()) + ")";
  }
}
