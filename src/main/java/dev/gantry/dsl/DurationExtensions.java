package dev.gantry.dsl;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Lengths of time as numbers with a unit: {@code 30.s}, {@code 1.5.h}. Groovy finds these methods
 * by the file {@code META-INF/groovy/org.codehaus.groovy.runtime.ExtensionModule}.
 */
public final class DurationExtensions {
  private DurationExtensions() {}

  /** Milliseconds. */
  public static Duration getMs(Number amount) {
    return times(amount, 1_000_000);
  }

  /** Seconds. */
  public static Duration getS(Number amount) {
    return times(amount, 1_000_000_000);
  }

  /** Minutes, as in the texts that options take ({@code '1m30s'}). */
  public static Duration getM(Number amount) {
    return times(amount, 60_000_000_000L);
  }

  /** Hours. */
  public static Duration getH(Number amount) {
    return times(amount, 3_600_000_000_000L);
  }

  /** Days of 24 hours. */
  public static Duration getD(Number amount) {
    return times(amount, 86_400_000_000_000L);
  }

  private static Duration times(Number amount, long nanoseconds) {
    BigDecimal nanos = new BigDecimal(amount.toString()).multiply(BigDecimal.valueOf(nanoseconds));
    return Duration.ofNanos(nanos.longValue());
  }
}
