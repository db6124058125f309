package dev.gantry.shell.running;

import dev.gantry.shell.printing.Console;
import groovy.lang.Closure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code time { … }}: says how long something took, and gives what it gave. */
public final class Timing {
  private final Console console;

  public Timing(Console console) {
    this.console = console;
  }

  /** Calls the closure; how long that took is said even if it fails. */
  public @Nullable Object time(Closure<?> what) {
    long begun = System.nanoTime();
    try {
      return what.call();
    } finally {
      console.say("took " + Spent.text(Duration.ofNanos(System.nanoTime() - begun)));
    }
  }
}
