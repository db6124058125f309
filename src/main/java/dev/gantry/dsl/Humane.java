package dev.gantry.dsl;

import dev.gantry.json.Rounded;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sizes, ages and ids as people read them; the words of the Docker CLI (docker/go-units v0.5.0).
 */
public final class Humane {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
  private static final int SHORT_ID = 12;
  private static final long DAY = 24;

  private Humane() {}

  /** Bytes in powers of 1000, three digits at most: {@code 1.26MB}. */
  public static String size(@Nullable Object bytes) {
    return size(bytes, 3);
  }

  /** A size that a table can show exactly, too: in bytes. */
  static Rounded sizeOf(@Nullable Object bytes) {
    return new Rounded(size(bytes), exact(bytes));
  }

  /** A number to its last digit; nothing for what is none. */
  static String exact(@Nullable Object number) {
    return number instanceof Number ? number.toString() : "";
  }

  /** With another number of digits, where the CLI shows more. */
  static String size(@Nullable Object bytes, int digits) {
    if (!(bytes instanceof Number number)) {
      return "";
    }
    double size = number.doubleValue();
    int unit = 0;
    while (size >= 1000 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    BigDecimal rounded = new BigDecimal(size).round(new MathContext(digits));
    return rounded.stripTrailingZeros().toPlainString() + UNITS[unit];
  }

  /** Bytes in powers of 1024, four digits at most: {@code 1.184MiB}. */
  static String memory(@Nullable Object bytes) {
    return digits(bytes, 1024, 4, "B", "KiB", "MiB", "GiB", "TiB", "PiB");
  }

  /** Bytes in powers of 1000, three digits at most: {@code 1.2kB}. */
  static String transferred(@Nullable Object bytes) {
    return digits(bytes, 1000, 3, UNITS);
  }

  private static String digits(@Nullable Object bytes, int base, int digits, String... units) {
    double size = bytes instanceof Number number ? number.doubleValue() : 0;
    int unit = 0;
    while (size >= base && unit < units.length - 1) {
      size /= base;
      unit++;
    }
    BigDecimal rounded = new BigDecimal(size).round(new MathContext(digits));
    return rounded.stripTrailingZeros().toPlainString() + units[unit];
  }

  /** How long ago something was: {@code 3 hours ago}. */
  static String age(@Nullable Instant then, Instant now) {
    if (then == null || then.isBefore(Instant.EPOCH)) {
      return "";
    }
    return words(Duration.between(then, now)) + " ago";
  }

  /** How long ago something was, or when it was, in UTC (ISO 8601). */
  static Rounded ageOf(@Nullable Instant then, Instant now) {
    String age = age(then, now);
    return new Rounded(age, age.isEmpty() ? "" : String.valueOf(then));
  }

  private static String words(Duration age) {
    long hours = age.toHours();
    if (age.toMinutes() < 1) {
      return some(age.toSeconds(), "second");
    }
    if (hours < 1) {
      return some(age.toMinutes(), "minute");
    }
    if (hours < 2 * DAY) {
      return some(hours, "hour");
    }
    return days(hours / DAY);
  }

  private static String days(long days) {
    if (days < 14) {
      return some(days, "day");
    }
    if (days < 60) {
      return some(days / 7, "week");
    }
    return days < 730 ? some(days / 30, "month") : some(days / 365, "year");
  }

  private static String some(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** The first twelve digits of an id, without its algorithm. */
  static String shortId(String id) {
    String digits = id.startsWith("sha256:") ? id.substring("sha256:".length()) : id;
    return digits.length() <= SHORT_ID ? digits : digits.substring(0, SHORT_ID);
  }
}
