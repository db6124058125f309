package dev.gantry.shell.running;

import dev.gantry.UsageException;
import dev.gantry.json.Tabular;
import dev.gantry.script.Cancellation;
import dev.gantry.script.Outcome;
import dev.gantry.script.Session;
import dev.gantry.shell.printing.Console;
import groovy.lang.Closure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What runs in the background, and what has ended there lately. */
public final class Jobs {
  /** So many that have ended are remembered; the user's variables may know more. */
  private static final int REMEMBERED = 20;

  /** How long jobs may clean up when the shell ends. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final ThreadGroup home;
  private final Cancellation cancellation;
  private final Session session;
  private final Console console;
  private final BackgroundLines lines;
  private final List<Job> jobs = new ArrayList<>();
  private int last;

  /**
   * None yet.
   *
   * @param console shows what comes in a stream that a job gives
   * @param cancellation closes what a job waits for
   * @param lines where jobs print, and their ends are told
   */
  public Jobs(Session session, Console console, Cancellation cancellation, BackgroundLines lines) {
    this.home = new UserThreads(this::threadFailed);
    this.session = session;
    this.console = console;
    this.cancellation = cancellation;
    this.lines = lines;
  }

  /** Where threads of runs belong; it outlasts them. */
  ThreadGroup home() {
    return home;
  }

  /** An error in a thread of the user's own, in one sentence as everywhere. */
  private void threadFailed(Throwable error) {
    if (session.explained(error) instanceof Outcome.Failed failed) {
      console.error(failed.message());
    }
  }

  /** {@code job { … }}: begins it, and goes on at once. */
  public Job start(Closure<?> what) {
    return start("", what);
  }

  /** {@code job('name') { … }}. */
  public Job start(CharSequence name, Closure<?> what) {
    Run run = new Run(home, "job", () -> work(what));
    Job job = adopt(run, name.toString());
    run.start();
    return job;
  }

  /** One that calls {@code exit} ends by that, and the shell goes on. */
  private Outcome work(Closure<?> what) {
    Outcome given = session.call(what);
    if (given instanceof Outcome.Exit exit) {
      String status = "exit status " + exit.status();
      return exit.status() == 0
          ? new Outcome.Value(null)
          : new Outcome.Failed(status, new UsageException(status));
    }
    return given instanceof Outcome.Value value && value.value() instanceof Iterator<?> stream
        ? EvaluationThread.shown(console, stream)
        : given;
  }

  /** Something that began in the foreground goes on as a job. */
  Job adopt(Run run, String name) {
    Job known = of(run);
    Job job = known == null ? add(run, name) : known;
    run.become(job);
    return job;
  }

  private synchronized Job add(Run run, String name) {
    int id = ++last;
    Job job = new Job(id, name.isEmpty() ? "job " + id : name, run, () -> cancel(run));
    jobs.removeIf(old -> !old.isRunning() && old.getId() <= id - REMEMBERED);
    jobs.add(job);
    var ignored = run.outcome().thenAccept(ended -> ended(job, ended));
    return job;
  }

  private @Nullable synchronized Job of(Run run) {
    return jobs.stream().filter(job -> job.run() == run).findFirst().orElse(null);
  }

  /** Its threads are interrupted, and what they wait for on an engine is closed. */
  void cancel(Run run) {
    run.cancel();
    cancellation.cancel(run.threads());
  }

  private void ended(Job job, Outcome ended) {
    if (job.run().job() == null) {
      return; // somebody waits for it, and sees
    }
    job.written().end().forEach(line -> lines.add(job, line));
    lines.tell(job, how(job, ended));
  }

  private static String how(Job job, Outcome ended) {
    String after = " after " + Spent.text(job.getDuration());
    if (ended instanceof Outcome.Failed failed) {
      return "failed" + after + ": " + failed.message();
    }
    return ended instanceof Outcome.Interrupted ? "cancelled" + after : "done" + after;
  }

  /** Those that have not ended. */
  public synchronized List<Job> running() {
    return jobs.stream().filter(Job::isRunning).toList();
  }

  /** Whether there has been none. */
  public synchronized boolean isEmpty() {
    return jobs.isEmpty();
  }

  /**
   * A job by its number or name; the latest of those that run where nothing is said.
   *
   * @throws UsageException there is none
   */
  public synchronized Job find(String wanted) {
    List<Job> known = wanted.isEmpty() ? running() : jobs;
    for (int i = known.size() - 1; i >= 0; i--) {
      Job job = known.get(i);
      if (wanted.isEmpty() || wanted.equals("" + job.getId()) || wanted.equals(job.getName())) {
        return job;
      }
    }
    String numbers = jobs.stream().map(job -> "" + job.getId()).collect(Collectors.joining(", "));
    throw new UsageException(
        known.isEmpty()
            ? "no job runs; job { … } starts one"
            : "there is no job " + wanted + "; there are " + numbers);
  }

  /** All that are remembered. */
  public synchronized Tabular table() {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (Job job : jobs) {
      rows.add(
          Map.of(
              "job", job.getId(),
              "name", job.getName(),
              "state", job.getState(),
              "time", Spent.text(job.getDuration())));
    }
    return Tabular.of(List.of("job", "name", "state", "time"), rows);
  }

  /** The shell ends, and with it the jobs, which have a moment to clean up. */
  public void end() {
    List<Job> running = running();
    running.forEach(job -> job.run().become(null)); // nobody is there to be told
    running.forEach(Job::cancel);
    long end = System.nanoTime() + FAREWELL.toNanos();
    for (Job job : running) {
      try {
        job.run().outcome().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException e) {
        return;
      }
    }
  }
}
