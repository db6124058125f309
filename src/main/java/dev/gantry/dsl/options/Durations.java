package dev.gantry.dsl.options;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time: a {@link Duration}, a text as Go's {@code time.ParseDuration} reads it ({@code
 * 1m30s}, {@code 1.5h}, {@code 300ms}), or a plain number, which is in seconds.
 */
final class Durations {
  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
  private static final Pattern WHOLE = Pattern.compile("[+-]?0|[+-]?(?:" + PART.pattern() + ")+");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private Durations() {}

  /** In nanoseconds, and not negative. */
  static long nanoseconds(Object given, Asked asked) {
    Duration duration = read(given, asked);
    if (duration.isNegative()) {
      throw asked.bad("it cannot be negative");
    }
    return duration.toNanos();
  }

  /** In whole seconds; what is left of a second counts as one, so that nobody is cut short. */
  static long seconds(Object given, Asked asked) {
    Duration duration = read(given, asked);
    return duration.getNano() == 0 ? duration.getSeconds() : duration.getSeconds() + 1;
  }

  static Duration read(Object given, Asked asked) {
    if (given instanceof Duration duration) {
      return duration;
    }
    if (!(given instanceof Number) && !(given instanceof CharSequence)) {
      throw asked.wants(given);
    }
    String text = given.toString();
    try {
      return NUMBER.matcher(text).matches() ? seconds(text) : parse(text, asked);
    } catch (ArithmeticException e) {
      throw asked.bad("'" + text + "' is longer than fits");
    }
  }

  private static Duration seconds(String text) {
    return nanos(new BigDecimal(text), nanoseconds("s"));
  }

  private static Duration parse(String text, Asked asked) {
    if (!WHOLE.matcher(text).matches()) {
      throw asked.bad("'" + text + "' is not a duration such as 30s, 1m30s or 500ms");
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      sum = sum.plus(nanos(new BigDecimal(part.group(1)), nanoseconds(part.group(2))));
    }
    return text.startsWith("-") ? sum.negated() : sum;
  }

  private static long nanoseconds(@Nullable String unit) {
    return switch (String.valueOf(unit)) {
      case "ns" -> 1L;
      case "us", "µs", "μs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      default -> 3_600_000_000_000L; // "h": the pattern lets nothing else through
    };
  }

  private static Duration nanos(BigDecimal amount, long unit) {
    BigDecimal nanos = amount.multiply(BigDecimal.valueOf(unit));
    return Duration.ofNanos(nanos.setScale(0, RoundingMode.DOWN).longValueExact());
  }
}
