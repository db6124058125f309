package dev.gantry.dsl.options;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads single values: flags and numbers. */
final class Scalars {
  private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000);

  private Scalars() {}

  static Object flag(Object given, Asked asked) {
    if (given instanceof Boolean) {
      return given;
    }
    return switch (given instanceof CharSequence text ? text.toString() : "") {
      case "true" -> true;
      case "false" -> false;
      default -> throw asked.wants(given);
    };
  }

  static long number(Object given, Asked asked) {
    try {
      return decimal(given, asked).longValueExact();
    } catch (ArithmeticException e) {
      throw asked.wants(given);
    }
  }

  /** A number as it is, a text by its octal digits. */
  static long fileMode(Object given, Asked asked) {
    boolean octal = given instanceof CharSequence text && text.toString().matches("0?[0-7]{1,4}");
    long mode = octal ? Long.parseLong(given.toString(), 8) : number(given, asked);
    if (mode < 0 || mode > 07777 || (given instanceof CharSequence && !octal)) {
      throw asked.wants(given);
    }
    return mode;
  }

  static long swappiness(Object given, Asked asked) {
    long value = number(given, asked);
    if (value < -1 || value > 100) {
      throw asked.bad(value + " is not between 0 and 100 (or -1)");
    }
    return value;
  }

  static long retries(Object given, Asked asked) {
    long value = number(given, asked);
    if (value < 0) {
      throw asked.bad(value + " is negative");
    }
    return value;
  }

  /** CPUs in billionths, as the engine counts them. */
  static long nanoCpus(Object given, Asked asked) {
    try {
      return decimal(given, asked).multiply(NANO).longValueExact();
    } catch (ArithmeticException e) {
      throw asked.bad(given + " is more precise than a billionth");
    }
  }

  private static BigDecimal decimal(Object given, Asked asked) {
    if (given instanceof BigDecimal decimal) {
      return decimal;
    }
    if (given instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (given instanceof Number || given instanceof CharSequence) {
      try {
        return new BigDecimal(given.toString());
      } catch (NumberFormatException e) {
        throw asked.wants(given);
      }
    }
    throw asked.wants(given);
  }
}
