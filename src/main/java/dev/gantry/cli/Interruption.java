package dev.gantry.cli;

import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptExit;
import java.time.Duration;

/**
 * Lets a script clean up when the process is told to end (Ctrl-C, SIGTERM): its thread is
 * interrupted, what waits on an engine is closed, and its {@code finally} blocks have a few
 * seconds. The status is the signal's, which the JVM sees to.
 */
final class Interruption {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Cancellation cancellation;
  private final Thread script = Thread.currentThread();
  private final Thread hook = new Thread(this::interrupt, "interruption");

  private Interruption(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /**
   * Runs a script on the calling thread.
   *
   * @param cancellation closes what waits on an engine
   * @throws ScriptExit it was interrupted: nothing is to be said of the error that this gave it
   */
  static void guard(Cancellation cancellation, Runnable script) {
    Interruption interruption = new Interruption(cancellation);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    try {
      script.run();
    } catch (RuntimeException | Error e) {
      interruption.end();
      throw e;
    }
    interruption.end();
  }

  private void interrupt() {
    script.interrupt();
    cancellation.cancel();
    try {
      script.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      throw new ScriptExit(ExitStatus.INTERRUPTED.code());
    }
  }
}
