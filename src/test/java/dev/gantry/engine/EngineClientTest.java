package dev.gantry.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.http.Headers;
import dev.gantry.http.HttpRequest.Link;
import dev.gantry.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class EngineClientTest {
  private static final Map<String, Object> WEB = Map.of("id", "web");

  @Test
  void wrongParameterIsRefusedBeforeAnythingIsSent() {
    FakeEngine engine = FakeEngine.answering(200, "[]");

    assertThatThrownBy(() -> engine.client().call("ContainerList", Map.of("al", true)))
        .isInstanceOf(UsageException.class);
    assertThat(engine.wasCalled()).isFalse();
  }

  @Test
  void answerThatIsNotJsonIsAnEngineError() {
    assertThatThrownBy(
            () -> FakeEngine.answering(200, "{oops").client().call("SystemInfo", Map.of()))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith("Cannot read the engine's information: the answer is not JSON: ");
  }

  @Test
  void errorAmongObjectsIsThrownByCallToo() {
    FakeEngine engine = FakeEngine.answering(200, "{\"error\":\"denied\"}");

    assertThatThrownBy(() -> engine.client().call("ImageCreate", Map.of("fromImage", "a")))
        .isInstanceOf(ProgressException.class);
  }

  @Test
  void connectionThatIsNotHandedOverIsAnErrorAndIsClosed() {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream body =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    FakeEngine engine =
        new FakeEngine("1.41", request -> HttpResponse.of(200, Headers.none(), body));

    assertThatThrownBy(() -> engine.client().takeOver("ContainerAttach", WEB))
        .isInstanceOf(EngineException.class)
        .hasMessageStartingWith(
            "Cannot attach to container 'web': the engine did not hand over the connection (200 on"
                + " POST /containers/web/attach");
    assertThat(closed).isTrue();
    assertThat(engine.call().link()).isEqualTo(Link.UPGRADE);
  }

  @Test
  void agreedVersionStandsBeforeThePath() {
    FakeEngine engine = FakeEngine.answering(200, "[]");

    engine.client().call("ContainerList", Map.of("all", true));

    assertThat(engine.line()).isEqualTo("GET /v1.41/containers/json?all=true");
    assertThat(engine.call().link()).isEqualTo(Link.SHARED);
  }

  @Test
  void bodyIsSentAsJson() throws IOException {
    FakeEngine engine = FakeEngine.answering(201, "{\"Id\":\"a\"}");

    Object answer =
        engine
            .client()
            .call("ContainerCreate", Map.of("name", "web", "body", Map.of("Image", "busybox")));

    assertThat(answer).isEqualTo(Map.of("Id", "a"));
    assertThat(engine.line()).isEqualTo("POST /v1.41/containers/create?name=web");
    assertThat(engine.call().headers().first("Content-Type")).contains("application/json");
    assertThat(sent(engine)).isEqualTo("{\"Image\":\"busybox\"}");
  }

  @Test
  void bytesAndStreamsAreSentAsTheyAre() throws IOException {
    for (Object body :
        List.of("tar".getBytes(UTF_8), new ByteArrayInputStream("tar".getBytes(UTF_8)))) {
      FakeEngine engine = FakeEngine.answering(200, "");
      engine.client().call("PutContainerArchive", Map.of("id", "web", "path", "/", "body", body));
      assertThat(engine.line()).isEqualTo("PUT /v1.41/containers/web/archive?path=%2F");
      assertThat(engine.call().headers().first("Content-Type")).contains("application/x-tar");
      assertThat(sent(engine)).isEqualTo("tar");
    }
  }

  private static String sent(FakeEngine engine) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Objects.requireNonNull(engine.call().body()).writeTo(body);
    return body.toString(UTF_8);
  }

  @Test
  void statusTellsWhetherSomethingChanged() {
    assertThat(FakeEngine.answering(204, "").client().call("ContainerStart", WEB)).isEqualTo(true);
    assertThat(FakeEngine.answering(304, "").client().call("ContainerStart", WEB)).isEqualTo(false);
  }

  @Test
  void kindOfAnswerDecidesWhatIsReturned() {
    assertThat(FakeEngine.answering(200, "").client().call("SystemInfo", Map.of())).isNull();
    assertThat(
            FakeEngine.answering(200, "{\"a\":1}{\"a\":2}").client().call("SystemEvents", Map.of()))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(2);
    assertThat(FakeEngine.answering(200, "tar").client().call("ContainerExport", WEB))
        .isEqualTo("tar".getBytes(UTF_8));
    assertThat(
            FakeEngine.answering(200, "")
                .client()
                .call("ContainerArchiveInfo", Map.of("id", "web", "path", "/")))
        .isEqualTo(Map.of("Content-Type", "application/json"));
  }

  @Test
  void streamGetsAConnectionOfItsOwn() {
    FakeEngine engine = FakeEngine.answering(200, "");

    engine.client().frames("ContainerLogs", Map.of("id", "web", "stdout", true), false).close();

    assertThat(engine.line()).isEqualTo("GET /v1.41/containers/web/logs?stdout=true");
    assertThat(engine.call().link()).isEqualTo(Link.OWN);
  }

  @Test
  void anyPathIsSentBelowTheVersion() {
    FakeEngine engine = FakeEngine.answering(200, "{}");

    engine.client().request("GET", "/containers/json?all=1", null).close();

    assertThat(engine.line()).isEqualTo("GET /v1.41/containers/json?all=1");
  }

  @Test
  void pathWithAVersionKeepsIt() {
    FakeEngine engine = FakeEngine.answering(200, "{}");

    engine.client().request("GET", "/v1.30/info", null).close();

    assertThat(engine.line()).isEqualTo("GET /v1.30/info");
    assertThat(engine.pings()).isZero();
  }

  @Test
  void errorOfAnyPathNamesItAsItWasGiven() {
    FakeEngine engine = FakeEngine.answering(404, "{\"message\":\"page not found\"}");

    assertThatThrownBy(() -> engine.client().request("GET", "/nothing?key=secret", null))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            "Cannot GET /nothing: page not found (404 on GET /nothing, " + FakeEngine.WHERE + ")");
  }

  @Test
  void textIsNoPath() {
    assertThatThrownBy(
            () -> FakeEngine.answering(200, "").client().request("GET", "containers", null))
        .isInstanceOf(UsageException.class);
  }
}
