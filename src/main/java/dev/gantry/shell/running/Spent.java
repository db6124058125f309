package dev.gantry.shell.running;

import java.time.Duration;
import java.util.Locale;

/** A duration in words: {@code 3.2 s}, {@code 2 min 5 s}. */
public final class Spent {
  private Spent() {}

  public static String text(Duration time) {
    if (time.toMillis() < 100) {
      return String.format(Locale.ROOT, "%d ms", time.toMillis());
    }
    return time.toSeconds() < 60
        ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
        : String.format(Locale.ROOT, "%d min %d s", time.toMinutes(), time.toSecondsPart());
  }
}
