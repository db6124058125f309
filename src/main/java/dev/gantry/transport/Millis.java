package dev.gantry.transport;

import java.time.Duration;

/** Durations as sockets take them. */
final class Millis {
  private Millis() {}

  /**
   * Whole milliseconds, rounded up so that a short time-out does not become 0, which means none.
   */
  static int of(Duration duration) {
    if (duration.isZero()) {
      return 0;
    }
    return (int) Math.min(Integer.MAX_VALUE, Math.max(1, duration.plusNanos(999_999).toMillis()));
  }
}
