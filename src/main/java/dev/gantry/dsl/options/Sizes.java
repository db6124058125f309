package dev.gantry.dsl.options;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes in bytes. A text means what it means to {@code RAMInBytes} of docker/go-units v0.5.0
 * (size.go): every unit is binary, {@code k}, {@code kb} and {@code kib} alike, in any case;
 * fractions are allowed and the result is cut to whole bytes.
 */
final class Sizes {
  private static final Pattern SIZE =
      Pattern.compile(
          "\\+?(?<amount>(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d+)?) ?(?:b|(?<unit>[kmgtp])(?:b|ib)?)?");
  private static final String UNITS = "kmgtp";

  private Sizes() {}

  static long bytes(Object given, Asked asked) {
    if (given instanceof CharSequence text) {
      return parse(text.toString(), asked);
    }
    long bytes = Scalars.number(given, asked);
    if (bytes < 0) {
      throw asked.bad(bytes + " is negative");
    }
    return bytes;
  }

  /** As {@link #bytes}, where -1 means no limit. */
  static long bytesOrUnlimited(Object given, Asked asked) {
    return given.toString().equals("-1") ? -1 : bytes(given, asked);
  }

  static long parse(String text, Asked asked) {
    Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw asked.bad("'" + text + "' is not a size such as 512m, 1.5g or 1048576");
    }
    String unit = size.group("unit");
    double factor = unit == null ? 1 : Math.pow(1024, UNITS.indexOf(unit) + 1);
    double bytes = Double.parseDouble(size.group("amount")) * factor;
    if (bytes >= Long.MAX_VALUE) {
      throw asked.bad("'" + text + "' is more than fits");
    }
    return (long) bytes;
  }
}
