package dev.gantry.json;

import java.util.concurrent.CancellationException;

/** Lets long work that only computes be stopped: it asks now and then. */
public final class Interrupts {
  private Interrupts() {}

  /**
   * Asks whether to go on.
   *
   * @throws CancellationException the thread was interrupted, and stays so
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}
