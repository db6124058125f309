package dev.gantry.dsl;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The two ways in which the daemon writes a point in time: seconds since 1970 in lists, RFC 3339
 * elsewhere.
 */
final class Instants {
  /** The zero time in seconds since 1970, as lists have it for an image without a date. */
  private static final long NO_TIME = -62135596800L;

  private Instants() {}

  /** Null where the daemon says nothing, or its zero time {@code 0001-01-01T00:00:00Z}. */
  static @Nullable Instant of(@Nullable Object value) {
    if (value instanceof Number seconds) {
      return seconds.longValue() == NO_TIME ? null : Instant.ofEpochSecond(seconds.longValue());
    }
    if (!(value instanceof String text) || text.isEmpty() || text.startsWith("0001-")) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
