package dev.gantry.shell.running;

import dev.gantry.GantryException;
import dev.gantry.script.Cancellation;
import dev.gantry.script.Outcome;
import dev.gantry.script.Session;
import dev.gantry.shell.printing.Console;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs entries, each on a thread of its own, so that the thread that reads lines stays ours
 * whatever the entry does.
 */
public final class EvaluationThread {
  /** A second Ctrl-C within this time means: I am not going to wait. */
  private static final Duration IMPATIENCE = Duration.ofSeconds(2);

  private final Session session;
  private final Cancellation cancellation;
  private final Console console;
  private volatile @Nullable Run current;
  private volatile long cancelledAt;

  public EvaluationThread(Session session, Cancellation cancellation, Console console) {
    this.session = session;
    this.cancellation = cancellation;
    this.console = console;
  }

  /** Runs an entry and waits until it ends, or is left behind. */
  public Outcome run(String entry) {
    return await(new Run("entry " + (session.lastEntry() + 1), () -> session.evaluate(entry)));
  }

  /**
   * Shows what an entry gave. That may take as long as the entry itself: a stream is shown as it
   * comes, and the rest of a resource is fetched.
   */
  public Outcome show(Object value) {
    return await(new Run("result " + session.lastEntry(), () -> shown(value)));
  }

  private Outcome shown(Object value) {
    try {
      console.result(value);
      return new Outcome.Value(null);
    } catch (GantryException e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()), e);
    }
  }

  private Outcome await(Run run) {
    current = run;
    return run.await(() -> console.say("it does not stop; Ctrl-C twice leaves it behind"));
  }

  /**
   * Tells the running entry to stop: its thread is interrupted, and what it waits for is closed.
   * Asked a second time within two seconds, leaves the entry behind. Called from the thread of a
   * signal; does nothing when no entry runs.
   */
  public void interrupt() {
    Run run = current;
    if (run == null || run.isOver()) {
      return;
    }
    if (run.isCancelled() && System.nanoTime() - cancelledAt < IMPATIENCE.toNanos()) {
      run.leaveBehind();
      return;
    }
    cancelledAt = System.nanoTime();
    session.keepWhatIsThere();
    run.cancel();
    cancellation.cancel();
  }

  /** Whether an entry runs. */
  public boolean isRunning() {
    Run run = current;
    return run != null && !run.isOver();
  }
}
