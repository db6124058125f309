package dev.gantry.script;

import dev.gantry.UsageException;
import groovy.lang.Script;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The base of every script: what can be called in it without a receiver. */
public abstract class GantryScript extends Script {
  private @Nullable Thread home;
  private @Nullable IntConsumer exitProcess;

  /** Tells the script where it runs and how a process ends. */
  void startsOn(Thread thread, IntConsumer howToExit) {
    home = thread;
    exitProcess = howToExit;
  }

  /** Ends the script and the process with status 0. */
  public void exit() {
    exit(0);
  }

  /**
   * Ends the script and the process.
   *
   * <p>In the script's own thread, closures included, {@code finally} blocks run and {@code catch
   * (Exception e)} does not hold it up. From any other thread the process ends at once.
   *
   * @param status 0 to 255; 0 means success
   * @throws UsageException the status is none that a process can have
   */
  public void exit(int status) {
    if (status < 0 || status > 255) {
      throw new UsageException("an exit status is 0 to 255, not " + status);
    }
    if (exitProcess != null && Thread.currentThread() != home) {
      exitProcess.accept(status);
    }
    throw new ScriptExit(status);
  }
}
