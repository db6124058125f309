package dev.gantry.engine;

import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpResponse;
import dev.gantry.transport.ConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which version of the API is spoken: the lower of the engine's newest and ours, asked for once by
 * {@code GET /_ping}. Engines refuse versions outside their range, and ranges move (29.3 refuses
 * what is below 1.40), so none is fixed here.
 */
final class Negotiation {
  private final HttpExchange http;
  private final String where;
  private volatile @Nullable ApiVersion agreed;

  Negotiation(HttpExchange http, String where, @Nullable ApiVersion forced) {
    this.http = http;
    this.where = where;
    this.agreed = forced;
  }

  ApiVersion version() {
    ApiVersion known = agreed;
    return known != null ? known : agree();
  }

  boolean isAgreed() {
    return agreed != null;
  }

  private synchronized ApiVersion agree() {
    ApiVersion known = agreed;
    if (known == null) {
      ApiVersion theirs = ping().apiVersion();
      known = theirs.isBefore(ApiVersion.NEWEST) ? theirs : ApiVersion.NEWEST;
      agreed = known;
    }
    return known;
  }

  Ping ping() {
    try (HttpResponse response = http.send(HttpRequest.get("/_ping"))) {
      Optional<Ping> ping = Ping.of(response.headers());
      if (response.status() == 200 && ping.isPresent()) {
        response.bodyBytes(1 << 10);
        return ping.get();
      }
      throw response.status() >= 500 || (response.status() >= 400 && ping.isPresent())
          ? refused(response)
          : noEngine(response);
    }
  }

  /** An engine that is not well, or a plugin of it that does not let us in. */
  private EngineException refused(HttpResponse response) {
    String message = ErrorBody.message(response);
    return EngineException.of(
        new Failure("reach the engine", "GET /_ping", where, response.status(), message));
  }

  private ConnectionException noEngine(HttpResponse response) {
    String server =
        response.headers().first("Server").map(name -> ", it calls itself " + name).orElse("");
    String proxy = ErrorBody.isPage(response) ? ", and whether a proxy is in between" : "";
    return new ConnectionException(
        "What answers at %s is not a Docker Engine: GET /_ping gave status %d and no Api-Version%s"
            .formatted(where, response.status(), server),
        "Check the address (--host, DOCKER_HOST)" + proxy,
        null);
  }
}
