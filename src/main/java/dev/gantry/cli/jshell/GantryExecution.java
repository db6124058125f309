package dev.gantry.cli.jshell;

import dev.gantry.GantryException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.execution.LocalExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets in this process, and gives JShell their values as Gantry prints them.
 *
 * <p>JShell's own execution makes the value to a text where nobody can reach in between. So it is
 * given {@link #runCurrent} to run in place of the snippet: that runs the snippet, and gives a
 * value whose text is the one to print.
 */
final class GantryExecution extends LocalExecutionControl {
  /** How long what runs has to end by itself before JShell ends it the hard way. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private static final AtomicReference<GantryExecution> CURRENT = new AtomicReference<>();

  private final Evaluation evaluation;
  private volatile @Nullable Method snippet;
  private volatile @Nullable Thread thread;
  private volatile boolean stopped;
  private volatile boolean silent;

  GantryExecution(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  @Override
  protected String invoke(Method doit) throws Exception {
    snippet = doit;
    stopped = false;
    silent = isInFile();
    CURRENT.set(this);
    try {
      Method ours = GantryExecution.class.getDeclaredMethod("runCurrent");
      ours.setAccessible(true);
      String text = super.invoke(ours);
      if (stopped) {
        throw new StoppedException();
      }
      return text;
    } catch (InvocationTargetException e) {
      throw stopped ? new StoppedException() : e;
    } finally {
      thread = null;
    }
  }

  /**
   * JShell shows no values of a file's lines, and tells so to nobody (JDK 25, JShellTool): making
   * them to texts could take for ever.
   */
  private static boolean isInFile() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("runFile")));
  }

  /** Runs the snippet of the moment, on the thread that JShell made for it. */
  static Object runCurrent() throws Throwable {
    GantryExecution execution = Objects.requireNonNull(CURRENT.get());
    execution.thread = Thread.currentThread();
    Method doit = Objects.requireNonNull(execution.snippet);
    try {
      Object value = doit.invoke(null);
      return execution.silent
          ? ""
          : new Shown(value, doit.getDeclaringClass(), execution.evaluation).text();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /**
   * What waits on an engine is closed, which it takes for its end; code that computes is killed.
   */
  @Override
  public void stop() throws EngineTerminationException, InternalException {
    stopped = true;
    Thread running = thread;
    if (running != null) {
      evaluation.cancellation().cancel();
      running.interrupt();
      await(running);
    }
    super.stop();
  }

  private static void await(Thread running) {
    try {
      running.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An error of ours is a sentence; of the places in the code, only those of snippets help. */
  @Override
  protected String throwConvertedInvocationException(Throwable cause)
      throws RunException, InternalException {
    if (evaluation.stacks() || !(cause instanceof GantryException)) {
      return super.throwConvertedInvocationException(cause);
    }
    StackTraceElement[] snippets =
        Arrays.stream(cause.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("REPL."))
            .toArray(StackTraceElement[]::new);
    throw new UserException(
        String.valueOf(cause.getMessage()), cause.getClass().getName(), snippets);
  }
}
