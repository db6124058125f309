package dev.gantry.cli.doctor;

import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the clocks are apart, by the header {@code Date} (RFC 9110, section 6.6.1). */
final class ClockCheck implements Check {
  private static final Duration MOST = Duration.ofSeconds(60);

  /** The header has whole seconds: the rest is half of one on the average. */
  private static final Duration HALF = Duration.ofMillis(500);

  @Override
  public String name() {
    return "clocks";
  }

  @Override
  public List<Finding> look(Patient patient) {
    EngineClient engine = patient.engine();
    if (engine == null) {
      return List.of();
    }
    Instant start = Instant.now();
    try (HttpResponse answer = engine.open("SystemPing", Map.of())) {
      Duration half = Duration.between(start, Instant.now()).dividedBy(2);
      return answer
          .headers()
          .first("Date")
          .flatMap(ClockCheck::instant)
          .map(theirs -> Duration.between(start.plus(half), theirs.plus(HALF)))
          .map(skew -> List.of(finding(skew)))
          .orElse(List.of());
    }
  }

  private Finding finding(Duration skew) {
    long seconds = Math.round(skew.abs().toMillis() / 1000.0);
    String detail =
        seconds == 0
            ? "the engine's and this machine's are the same"
            : "the engine's is %d s %s".formatted(seconds, skew.isNegative() ? "behind" : "ahead");
    return skew.abs().compareTo(MOST) > 0
        ? Finding.warning(
            name(),
            detail,
            "Let both keep their time by NTP ('timedatectl'): ages, 'since' and certificates go"
                + " wrong with it.")
        : Finding.ok(name(), detail);
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
