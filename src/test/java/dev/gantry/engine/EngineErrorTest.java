package dev.gantry.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.http.Headers;
import dev.gantry.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What becomes of an answer that is an error: its class by the status, its sentence by the body.
 */
class EngineErrorTest {

  private static EngineException pause(int status, String type, String body) {
    Headers headers = type.isEmpty() ? Headers.none() : Headers.of("Content-Type", type);
    FakeEngine engine =
        new FakeEngine("1.41", request -> HttpResponse.of(status, headers, body.getBytes(UTF_8)));
    return catchThrowableOfType(
        EngineException.class, () -> engine.client().call("ContainerPause", Map.of("id", "web")));
  }

  @Test
  void sentenceSaysWhatWasTriedWhatWasSaidAndWhere() {
    EngineException error =
        pause(404, "application/json", "{\"message\":\"No such container: web\"}");

    assertThat(error)
        .hasMessage(
            "Cannot pause container 'web': No such container: web (404 on POST"
                + " /containers/web/pause, unix:///run/engine.sock)");
    assertThat(error.status()).isEqualTo(404);
    assertThat(error.request()).isEqualTo("POST /containers/web/pause");
    assertThat(error.daemonMessage()).isEqualTo("No such container: web");
  }

  @ParameterizedTest
  @CsvSource({
    "301, EngineException",
    "400, BadRequestException",
    "401, UnauthorizedException",
    "403, UnauthorizedException",
    "404, NotFoundException",
    "406, EngineException",
    "409, ConflictException",
    "500, ServerException",
    "503, ServerException"
  })
  void statusDecidesTheClass(int status, String type) {
    EngineException error = pause(status, "application/json", "{\"message\":\"no such thing\"}");

    assertThat(error.getClass().getSimpleName()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, '{\"message\":\"m\"}', m",
    "application/json, '{\"cause\":\"c\",\"message\":\"m\",\"response\":500}', m",
    "text/plain, 'client is too old\n', client is too old",
    "application/json, '{\"other\":1}', '{\"other\":1}'",
    "application/json, '{oops', '{oops'",
    "application/json, '{\"message\":\" \"}', the engine gave no reason",
    "'', '', the engine gave no reason",
    "text/html; charset=utf-8, <html>, "
        + "'the answer was a web page, not an engine''s: is there a proxy in between?'"
  })
  void bodyDecidesTheMessage(String type, String body, String message) {
    assertThat(pause(500, type, body).daemonMessage()).isEqualTo(message);
  }

  @Test
  void endlessMessageIsCut() {
    String giant = "x".repeat(2 << 20);

    assertThat(pause(500, "text/plain", giant).daemonMessage()).hasSize(4001).endsWith("x…");
    assertThat(pause(500, "application/json", "{\"message\":\"" + giant + "\"}").daemonMessage())
        .hasSize(4001);
  }
}
