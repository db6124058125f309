package dev.gantry.cli;

import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptExit;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a script clean up when the process is told to end (Ctrl-C, SIGTERM): its thread is
 * interrupted, what waits on an engine is closed, and its {@code finally} blocks have a few
 * seconds. The status is the signal's, which the JVM sees to.
 */
final class Interruption {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Cancellation cancellation;
  private final Thread script = Thread.currentThread();
  private final CountDownLatch finished = new CountDownLatch(1);
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

  /** Threads that a script started may still need what lasts as long as the process. */
  private static void endWithProcess(Cancellation cancellation) {
    if (cancellation.awaitsEnd()) {
      Runtime.getRuntime().addShutdownHook(new Thread(cancellation::end, "farewell"));
    }
  }

  private void interrupt() {
    script.interrupt();
    cancellation.cancel();
    try {
      // Not the end of the thread: that waits in System.exit for this hook.
      boolean ignored = finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    cancellation.end();
  }

  private void end() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
      endWithProcess(cancellation);
    } catch (IllegalStateException shuttingDown) {
      throw new ScriptExit(ExitStatus.INTERRUPTED.code());
    }
  }
}
