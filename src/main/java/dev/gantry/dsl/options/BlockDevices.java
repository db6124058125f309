package dev.gantry.dsl.options;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Limits per block device: {@code /dev/sda:1mb}.
 *
 * <p>Source: docker/cli v28.2.2, opts/throttledevice.go and opts/weightdevice.go.
 */
final class BlockDevices {
  private BlockDevices() {}

  static Object byteRates(List<String> texts, Asked asked) {
    return limits("Rate", texts, asked, value -> Sizes.parse(value, asked));
  }

  static Object rates(List<String> texts, Asked asked) {
    return limits("Rate", texts, asked, value -> whole(value, asked));
  }

  static Object weights(List<String> texts, Asked asked) {
    return limits("Weight", texts, asked, value -> weight(value, asked));
  }

  private static Object limits(
      String field, List<String> texts, Asked asked, ToLongFunction<String> reader) {
    return texts.stream().map(text -> limit(field, text, asked, reader)).toList();
  }

  private static Map<String, Object> limit(
      String field, String text, Asked asked, ToLongFunction<String> reader) {
    int colon = text.indexOf(':');
    if (colon < 0 || !text.startsWith("/dev/")) {
      throw asked.bad("'" + text + "' is not of the form /dev/x:limit");
    }
    long limit = reader.applyAsLong(text.substring(colon + 1));
    return Map.of("Path", text.substring(0, colon), field, limit);
  }

  private static long weight(String text, Asked asked) {
    long weight = whole(text, asked);
    if (weight > 0 && (weight < 10 || weight > 1000)) {
      throw asked.bad("a weight is between 10 and 1000 (or 0), not " + weight);
    }
    return weight;
  }

  private static long whole(String text, Asked asked) {
    if (!text.matches("\\d{1,18}")) {
      throw asked.bad("'" + text + "' is not a whole number");
    }
    return Long.parseLong(text);
  }
}
