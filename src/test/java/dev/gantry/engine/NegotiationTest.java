package dev.gantry.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.http.Headers;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpResponse;
import dev.gantry.transport.ConnectionException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
  private static final String WHERE = "tcp://127.0.0.1:80";

  private static EngineClient pinging(int status, Headers headers, String body) {
    HttpExchange http = request -> HttpResponse.of(status, headers, body.getBytes(UTF_8));
    return new EngineClient(http, WHERE, null);
  }

  @Test
  void answerWithoutAVersionIsNoEngine() {
    assertThatThrownBy(() -> pinging(200, Headers.of("Server", "nginx"), "<html>").version())
        .isInstanceOf(ConnectionException.class)
        .hasMessage(
            "What answers at tcp://127.0.0.1:80 is not a Docker Engine: GET /_ping gave status 200"
                + " and no Api-Version, it calls itself nginx. Check the address (--host,"
                + " DOCKER_HOST)");
    assertThatThrownBy(() -> pinging(404, Headers.none(), "").version())
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("GET /_ping gave status 404 and no Api-Version. Check");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "latest", "1"})
  void answerWithAnOddVersionIsNoEngine(String version) {
    assertThatThrownBy(() -> pinging(200, Headers.of("Api-Version", version), "OK").version())
        .isInstanceOf(ConnectionException.class)
        .hasMessageContaining("is not a Docker Engine");
  }

  @Test
  void engineThatIsNotWellIsAServerError() {
    assertThatThrownBy(() -> pinging(500, Headers.none(), "starting up").ping())
        .isInstanceOf(ServerException.class)
        .hasMessage("Cannot reach the engine: starting up (500 on GET /_ping, " + WHERE + ")");
  }

  @Test
  void engineThatDoesNotLetUsInIsUnauthorized() {
    assertThatThrownBy(() -> pinging(403, Headers.of("Api-Version", "1.41"), "no entry").version())
        .isInstanceOf(UnauthorizedException.class)
        .hasMessageStartingWith("Cannot reach the engine: no entry (403");
  }

  @Test
  void failureIsNotRememberedAsAVersion() {
    FakeEngine later = FakeEngine.answering(200, "{}");
    boolean[] up = {false};
    HttpExchange http =
        request -> up[0] ? later.send(request) : HttpResponse.of(503, Headers.none(), new byte[0]);
    EngineClient client = new EngineClient(http, WHERE, null);

    assertThatThrownBy(client::version).isInstanceOf(ServerException.class);
    up[0] = true;
    assertThat(client.version()).hasToString("1.41");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.24", "1.41", "1.56"})
  void olderEngineSpeaksItsOwnVersion(String version) {
    assertThat(new FakeEngine(version, request -> FakeEngine.answer(200, "")).client().version())
        .hasToString(version);
  }

  @Test
  void newerEngineSpeaksOurs() {
    assertThat(new FakeEngine("1.99", request -> FakeEngine.answer(200, "")).client().version())
        .isEqualTo(ApiVersion.NEWEST);
  }

  @Test
  void forcedVersionIsSpokenWithoutAPing() {
    FakeEngine engine = FakeEngine.answering(200, "{}");
    EngineClient client = new EngineClient(engine, WHERE, ApiVersion.parse("1.30"));

    client.call("SystemInfo", Map.of());

    assertThat(engine.line()).isEqualTo("GET /v1.30/info");
    assertThat(engine.pings()).isZero();
  }

  @Test
  void sixteenFirstCallsAtOncePingOnce() throws Exception {
    FakeEngine engine = FakeEngine.answering(200, "{}");
    EngineClient client = engine.client();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<ApiVersion>> calls = Collections.nCopies(16, client::version);
      for (Future<ApiVersion> version : threads.invokeAll(calls, 10, TimeUnit.SECONDS)) {
        assertThat(version.get()).hasToString("1.41");
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(engine.pings()).isOne();
  }

  @Test
  void pingTellsWhatTheHeadersSay() {
    Headers headers =
        Headers.of("Api-Version", "1.51")
            .and("Builder-Version", "2")
            .and("Ostype", "linux")
            .and("Docker-Experimental", "true")
            .and("Swarm", "active/manager");

    assertThat(pinging(200, headers, "OK").ping())
        .isEqualTo(new Ping(new ApiVersion(1, 51), "2", "linux", true, "active/manager", ""));
  }
}
