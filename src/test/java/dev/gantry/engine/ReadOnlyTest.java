package dev.gantry.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.http.Headers;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadOnlyTest {
  private final List<HttpRequest> sent = new ArrayList<>();
  private final HttpExchange http =
      request -> {
        sent.add(request);
        return HttpResponse.of(
            200, Headers.of("Api-Version", "1.51"), "{}".getBytes(StandardCharsets.UTF_8));
      };
  private final EngineClient engine = new EngineClient(http, "unix:///x.sock", null);

  static Stream<Operation> changing() {
    return RouteTest.operations().filter(operation -> !operation.mutates().equals("no"));
  }

  static Stream<Operation> asking() {
    return RouteTest.operations().filter(operation -> operation.mutates().equals("no"));
  }

  private static String target(Operation operation) {
    String path = operation.path().replaceAll("\\{\\w+}", "x");
    return operation.mutates().equals("stdin") ? path + "?stdin=1" : path;
  }

  @ParameterizedTest
  @MethodSource("changing")
  void everyOperationThatChangesSomethingIsRefusedUnsent(Operation operation) {
    engine.readOnly("--read-only");
    assertThatThrownBy(() -> engine.request(operation.method(), target(operation), null))
        .isInstanceOf(ReadOnlyException.class)
        .hasMessageEndingWith(
            ": it changes something, and Gantry is read-only here (--read-only); nothing was sent");
    assertThat(sent).noneMatch(request -> !request.path().equals("/_ping"));
  }

  @ParameterizedTest
  @MethodSource("asking")
  void everyOperationThatOnlyAsksIsSent(Operation operation) {
    engine.readOnly("--read-only").request(operation.method(), target(operation), null).close();
    assertThat(sent).last().extracting(HttpRequest::method).isEqualTo(operation.method());
  }

  @Test
  void callsByTheirIdAreRefusedWithTheirWords() {
    engine.readOnly("GANTRY_READ_ONLY");
    assertThatThrownBy(() -> engine.unchecked().call("ContainerStart", Map.of("id", "web")))
        .hasMessage(
            "Cannot start container 'web': it changes something, and Gantry is read-only here"
                + " (GANTRY_READ_ONLY); nothing was sent");
    assertThatThrownBy(
            () ->
                engine
                    .checkingBodies()
                    .takeOver("ContainerAttach", Map.of("id", "web", "stdin", true)))
        .isInstanceOf(ReadOnlyException.class);
  }

  @Test
  void onlyWhileTheWorkRuns() {
    assertThatThrownBy(
            () -> engine.readOnly(() -> engine.call("ContainerPause", Map.of("id", "web"))))
        .isInstanceOf(ReadOnlyException.class)
        .hasMessageContaining("(docker.readOnly)");
    engine.call("ContainerPause", Map.of("id", "web"));
    assertThat(sent).last().extracting(HttpRequest::path).isEqualTo("/v1.51/containers/web/pause");
  }
}
