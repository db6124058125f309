package dev.gantry.testing;

import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.Timeouts;
import java.time.Duration;

/**
 * Cuts every limit on waiting short, and leaves what waits without end as it is: so a test sees
 * which limit holds for a call and need not wait for it.
 */
public record Hurried(HttpExchange http) implements HttpExchange {
  private static final Duration SHORT = Duration.ofMillis(150);

  @Override
  public HttpResponse send(HttpRequest request) {
    Timeouts given = request.timeouts();
    return http.send(
        request.with(
            new Timeouts(
                given.connect(),
                hurry(given.headers()),
                hurry(given.idle()),
                hurry(given.total()))));
  }

  private static Duration hurry(Duration limit) {
    return limit.isZero() ? limit : SHORT;
  }
}
