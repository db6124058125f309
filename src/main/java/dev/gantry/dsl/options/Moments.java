package dev.gantry.dsl.options;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.List;
import java.util.function.Function;

/**
 * Points in time, as {@code docker logs --since} reads them (docker/cli v28.2.2): seconds since
 * 1970, an RFC 3339 date and time (the caller's zone when it names none), or how long ago ({@code
 * '10m'}, a {@link Duration}).
 */
final class Moments {
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant(),
          text -> LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant());

  private Moments() {}

  /** Seconds since 1970, with a fraction where there is one: {@code 1700000000.5}. */
  static String read(Object given, Asked asked) {
    if (given instanceof Number) {
      return given.toString();
    }
    if (given instanceof CharSequence text && text.toString().matches("\\d+(\\.\\d+)?")) {
      return text.toString();
    }
    return seconds(instant(given, asked));
  }

  private static Instant instant(Object given, Asked asked) {
    if (given instanceof Date date) {
      return date.toInstant();
    }
    if (given instanceof Duration ago) {
      return Instant.now().minus(ago);
    }
    if (given instanceof CharSequence || given instanceof TemporalAccessor) {
      return parse(given.toString(), asked);
    }
    throw asked.wants(given);
  }

  private static Instant parse(String text, Asked asked) {
    for (Function<String, Instant> form : FORMS) {
      try {
        return form.apply(text);
      } catch (DateTimeException e) {
        // The next form, then.
      }
    }
    return Instant.now().minus(Durations.read(text, asked));
  }

  private static String seconds(Instant instant) {
    String fraction = instant.getNano() == 0 ? "" : String.format(".%09d", instant.getNano());
    return instant.getEpochSecond() + fraction;
  }
}
