package dev.gantry.dsl.options;

import dev.gantry.UsageException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Points in time, as {@code docker logs --since} reads them (docker/cli v28.2.2): seconds since
 * 1970, an RFC 3339 date and time (the caller's zone when it names none; what is left out at the
 * end of the time is zero), or how long ago ({@code '10m'}, a {@link Duration}).
 */
final class Moments {
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant());

  /** A date with its hour, or without a time; and with its zone or none. */
  private static final Pattern SHORT =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(T\\d\\d)?(Z|[+-]\\d\\d:\\d\\d)?");

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
        return form.apply(full(text));
      } catch (DateTimeException e) {
        // The next form, then.
      }
    }
    try {
      return Instant.now().minus(Durations.read(text, asked));
    } catch (UsageException e) {
      throw asked.bad(
          "'%s' is neither a point in time such as 2026-01-31T12:00:00Z nor a duration such as 10m"
              .formatted(text));
    }
  }

  private static String full(String text) {
    Matcher parts = SHORT.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    String hour = Objects.requireNonNullElse(parts.group(2), "T00");
    return parts.group(1) + hour + ":00" + Objects.requireNonNullElse(parts.group(3), "");
  }

  private static String seconds(Instant instant) {
    String fraction = instant.getNano() == 0 ? "" : String.format(".%09d", instant.getNano());
    return instant.getEpochSecond() + fraction;
  }
}
