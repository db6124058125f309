package dev.gantry.cli.progress;

import dev.gantry.dsl.Humane;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One layer on its way: what happens to it, how much is done, how fast. */
final class Transfer {
  private final String id;
  private String status = "";
  private long current;
  private long total;
  private Instant since = Instant.EPOCH;
  private long atFirst;
  private boolean counts;

  Transfer(String id) {
    this.id = id;
  }

  /** Takes in an object of the progress; a new status begins to count anew. */
  void add(Map<String, @Nullable Object> event, Instant now) {
    String said = Objects.toString(event.get("status"), "").strip();
    Map<?, ?> detail = event.get("progressDetail") instanceof Map<?, ?> map ? map : Map.of();
    long done = number(detail.get("current"));
    if (!said.equals(status)) {
      status = said;
      since = now;
      atFirst = done;
    }
    counts = detail.containsKey("current") && !"s".equals(detail.get("units"));
    current = done;
    total = Math.max(0, number(detail.get("total")));
  }

  Row row(Instant now) {
    String left = id.isEmpty() ? status : id + ": " + status;
    return new Row(
        left, counts ? amount(current, total) + rate(current - atFirst, since, now) : "");
  }

  /** How much is done, of how much when that is known. */
  static String amount(long done, long total) {
    return total > 0 ? Humane.size(done) + "/" + Humane.size(total) : Humane.size(done);
  }

  /** How fast so many bytes came, and in what time. */
  static String rate(long bytes, Instant since, Instant now) {
    double seconds = Duration.between(since, now).toMillis() / 1000.0;
    if (seconds < 0.1) {
      return "";
    }
    String rate = Humane.size(Math.round(Math.max(0, bytes) / seconds));
    return String.format(Locale.ROOT, "  %s/s  %.1fs", rate, seconds);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
