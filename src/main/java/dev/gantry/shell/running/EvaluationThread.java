package dev.gantry.shell.running;

import dev.gantry.GantryException;
import dev.gantry.script.Outcome;
import dev.gantry.script.Session;
import dev.gantry.shell.printing.Console;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs entries, each on a thread of its own, so that the thread that reads lines stays ours
 * whatever the entry does.
 */
public final class EvaluationThread {
  private final Session session;
  private final Console console;
  private final Jobs jobs;
  private volatile @Nullable Run current;
  private volatile Duration last = Duration.ZERO;

  public EvaluationThread(Session session, Console console, Jobs jobs) {
    this.session = session;
    this.console = console;
    this.jobs = jobs;
  }

  /** What goes on without being waited for. */
  public Jobs jobs() {
    return jobs;
  }

  /** Runs an entry and waits until it ends, or goes on as a job. */
  public Outcome run(String entry) {
    String name = "entry " + (session.lastEntry() + 1);
    return begin(new Run(jobs.home(), name, () -> session.evaluate(entry)));
  }

  /** Runs a piece of work of a command as an entry is run: Ctrl-C stops it. */
  public Outcome perform(String name, Supplier<Outcome> work) {
    return begin(new Run(jobs.home(), name, work));
  }

  /**
   * Shows what an entry gave. That may take as long as the entry itself: a stream is shown as it
   * comes, and the rest of a resource is fetched.
   */
  public Outcome show(Object value) {
    return begin(
        new Run(jobs.home(), "result " + session.lastEntry(), () -> shown(console, value)));
  }

  /** Shows a value; what the engine then says against it is the outcome. */
  static Outcome shown(Console console, Object value) {
    try {
      console.result(value);
      return new Outcome.Value(null);
    } catch (GantryException e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()), e);
    }
  }

  private Outcome begin(Run run) {
    current = run;
    run.start();
    return await(run);
  }

  /** Waits for a job as for an entry: Ctrl-C stops it, Ctrl-Z lets it go on as a job. */
  public Outcome bringBack(Job job) {
    Run run = job.run();
    run.become(null);
    current = run;
    if (job.isRunning()) {
      console.say(job.getName() + " goes on here; Ctrl-Z lets it go again, Ctrl-C stops it");
    }
    return await(run);
  }

  private Outcome await(Run run) {
    Outcome ended = run.await();
    last = run.elapsed();
    if (ended != null) {
      return ended;
    }
    Job job = jobs.adopt(run, run.name());
    console.say(
        (run.isCancelled() ? "it does not stop at once, and goes on as job " : "goes on as job ")
            + job.getId()
            + (run.isCancelled() ? "" : "; /fg brings it back, /kill stops it"));
    return new Outcome.LeftBehind(run.elapsed());
  }

  /**
   * Tells what runs to stop: its threads are interrupted, and what they wait for is closed. Asked a
   * second time, does not wait any more. Called from the thread of a signal.
   */
  public void interrupt() {
    Run run = current;
    if (run == null || run.isOver() || run.job() != null) {
      return;
    }
    if (run.isCancelled()) {
      run.leave();
      return;
    }
    session.keepWhatIsThere();
    jobs.cancel(run);
  }

  /**
   * Lets what runs go on as a job. Called from the thread of a signal.
   *
   * @return whether there was something
   */
  public boolean leave() {
    Run run = current;
    boolean runs = run != null && !run.isOver() && run.job() == null;
    if (runs && run != null) {
      run.leave();
    }
    return runs;
  }

  /** How long the last one was waited for. */
  public Duration last() {
    return last;
  }

  /** Whether something is waited for. */
  public boolean isRunning() {
    Run run = current;
    return run != null && !run.isOver() && run.job() == null;
  }
}
