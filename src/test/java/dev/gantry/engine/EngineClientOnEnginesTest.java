package dev.gantry.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gantry.http.HttpClient;
import dev.gantry.http.UpgradedConnection;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class EngineClientOnEnginesTest {
  private static final Map<String, Object> NOBODY = Map.of("id", "engine-test-nobody");

  private static Map<?, ?> map(TestEngine engine, String operation, Map<String, ?> parameters) {
    return (Map<?, ?>) Objects.requireNonNull(engine.client().call(operation, parameters));
  }

  private static String wrote(FrameStream frames, Frame.Source source) {
    StringBuilder text = new StringBuilder();
    frames.forEachRemaining(frame -> text.append(frame.source() == source ? frame.text() : ""));
    return text.toString();
  }

  @OnEngines
  void missingContainerIsNotFoundInTheDaemonsWords(TestEngine engine) {
    assertThatThrownBy(() -> engine.client().call("ContainerPause", NOBODY))
        .isInstanceOf(NotFoundException.class)
        .hasMessage(
            "Cannot pause container 'engine-test-nobody': No such container: engine-test-nobody"
                + " (404 on POST /containers/engine-test-nobody/pause, "
                + engine.host()
                + ")");
  }

  @OnEngines
  void takenNameIsAConflict(TestEngine engine) {
    try (OneContainer container = OneContainer.of(engine, "true")) {
      Map<String, Object> same =
          Map.of("name", container.name(), "body", Map.of("Image", "busybox:latest"));

      assertThatThrownBy(() -> engine.client().call("ContainerCreate", same))
          .isInstanceOf(ConflictException.class)
          .hasMessageContaining(
              "The container name \"/" + container.name() + "\" is already in use")
          .hasMessageContaining("(409 on POST /containers/create, ");
    }
  }

  @OnEngines
  void invalidNameIsABadRequest(TestEngine engine) {
    Map<String, Object> invalid = Map.of("name", "no name!", "body", Map.of("Image", "busybox"));

    assertThatThrownBy(() -> engine.client().call("ContainerCreate", invalid))
        .isInstanceOf(BadRequestException.class)
        .hasMessageStartingWith("Cannot create a container: Invalid container name (no name!)")
        .hasMessageContaining("(400 on POST /containers/create, ");
  }

  @OnEngines("28")
  void configurationOfTheWrongTypeIsABadRequest(TestEngine engine) {
    assertThatThrownBy(() -> createFromTwoNumbers(engine))
        .isInstanceOf(BadRequestException.class)
        .hasMessageStartingWith("Cannot create a container: ")
        .hasMessageContaining("cannot unmarshal array")
        .hasMessageContaining("(400 on POST /containers/create, ");
  }

  @OnEngines("20")
  void configurationOfTheWrongTypeIsAServerErrorOfOldEngines(TestEngine engine) {
    assertThatThrownBy(() -> createFromTwoNumbers(engine))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("cannot unmarshal array")
        .hasMessageContaining("(500 on POST /containers/create, ");
  }

  private static void createFromTwoNumbers(TestEngine engine) {
    engine.client().call("ContainerCreate", Map.of("body", Map.of("Image", List.of(1, 2))));
  }

  @OnEngines
  void pathThatDoesNotExistIsNotFound(TestEngine engine) {
    assertThatThrownBy(() -> engine.client().request("GET", "/nothing/here", null))
        .isInstanceOf(NotFoundException.class)
        .hasMessageStartingWith("Cannot GET /nothing/here: page not found (404 on GET /nothing");
  }

  @OnEngines
  void missingFileOfAContainerIsNotFoundThoughTheAnswerIsEmpty(TestEngine engine) {
    try (OneContainer container = OneContainer.of(engine, "true")) {
      assertThatThrownBy(
              () ->
                  engine
                      .client()
                      .call("ContainerArchiveInfo", Map.of("id", container.name(), "path", "/no")))
          .isInstanceOf(NotFoundException.class)
          .hasMessageStartingWith(
              "Cannot look at '/no' in container '"
                  + container.name()
                  + "': the engine gave no reason (404 on HEAD ");
    }
  }

  @OnEngines
  void pullFromARegistryThatIsNotThereSaysWhy(TestEngine engine) {
    Map<String, Object> image = Map.of("fromImage", "127.0.0.1:1/nobody/nothing", "tag", "1");

    assertThatThrownBy(() -> engine.client().objects("ImageCreate", image).drain())
        .isInstanceOf(EngineException.class)
        .isInstanceOfAny(ProgressException.class, ServerException.class)
        .hasMessageStartingWith("Cannot pull or import image '127.0.0.1:1/nobody/nothing': ")
        .hasMessageContaining("connection refused");
  }

  @OnEngines
  void agreedVersionIsTheEnginesOwn(TestEngine engine) {
    assertThat(engine.client().ping().apiVersion()).isEqualTo(engine.client().version());
    assertThat(engine.client().ping().osType()).isEqualTo("linux");
    assertThat(map(engine, "SystemVersion", Map.of()).get("ApiVersion"))
        .hasToString(engine.client().version().toString());
  }

  @OnEngines("20")
  void engine20Speaks41(TestEngine engine) {
    assertThat(engine.apiVersion()).hasToString("1.41");
  }

  @OnEngines("28")
  void engine28Speaks51(TestEngine engine) {
    assertThat(engine.apiVersion()).hasToString("1.51");
  }

  @OnEngines
  void informationAndPingAreRead(TestEngine engine) {
    assertThat(map(engine, "SystemInfo", Map.of()).get("OSType")).isEqualTo("linux");
    assertThat(engine.client().call("SystemPing", Map.of())).isEqualTo("OK");
    assertThat(map(engine, "SystemPingHead", Map.of()).get("Api-Version"))
        .hasToString(engine.apiVersion().toString());
  }

  @OnEngines
  void engineIsTheSameOverTcp(TestEngine engine) {
    assumeThat(engine.tcpHost()).as("a TCP port of the engine").isPresent();
    DockerHost host = engine.tcpHost().orElseThrow();
    try (HttpClient http = new HttpClient(Transport.to(host))) {
      Map<?, ?> info =
          (Map<?, ?>) new EngineClient(http, host.toString(), null).call("SystemInfo", Map.of());

      assertThat(Objects.requireNonNull(info).get("ID"))
          .isEqualTo(map(engine, "SystemInfo", Map.of()).get("ID"));
    }
  }

  @OnEngines
  void containerLivesFromItsCreationToItsRemoval(TestEngine engine) {
    try (OneContainer container = OneContainer.of(engine, "echo out; echo err >&2; exit 3")) {
      Map<String, Object> id = Map.of("id", container.name());
      assertThat(engine.client().call("ContainerStart", id)).isEqualTo(true);
      assertThat(container.exitCode()).isEqualTo(3);

      Map<String, Object> logs = Map.of("id", container.name(), "stdout", true, "stderr", true);
      try (FrameStream frames = engine.client().frames("ContainerLogs", logs, false)) {
        assertThat(frames)
            .toIterable()
            .extracting(frame -> frame.source() + " " + frame.text())
            .containsExactlyInAnyOrder("OUT out\n", "ERR err\n");
      }
      assertThat(String.valueOf(map(engine, "ContainerInspect", id).get("State")))
          .contains("Status=exited", "ExitCode=3");
    }
  }

  @OnEngines
  void removedContainerIsGone(TestEngine engine) {
    OneContainer container = OneContainer.of(engine, "true");
    container.close();

    assertThatThrownBy(() -> map(engine, "ContainerInspect", Map.of("id", container.name())))
        .isInstanceOf(NotFoundException.class);
  }

  @OnEngines
  void startOfARunningContainerChangesNothing(TestEngine engine) {
    try (OneContainer container = OneContainer.of(engine, "sleep 60").start()) {
      assertThat(engine.client().call("ContainerStart", Map.of("id", container.name())))
          .isEqualTo(false);
    }
  }

  @OnEngines
  void waitLastsUntilTheContainerEnds(TestEngine engine) throws Exception {
    try (OneContainer container = OneContainer.of(engine, "sleep 60").start()) {
      CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(container::exitCode);
      assertThat(engine.client().call("ContainerTop", Map.of("id", container.name()))).isNotNull();
      assertThat(exit).isNotDone();

      engine.client().call("ContainerKill", Map.of("id", container.name()));

      assertThat(exit.get(30, TimeUnit.SECONDS)).isEqualTo(137);
    }
  }

  @OnEngines
  void processesAndStatisticsOfARunningContainerAreRead(TestEngine engine) {
    try (OneContainer container = OneContainer.of(engine, "sleep 60").start()) {
      Map<?, ?> top = map(engine, "ContainerTop", Map.of("id", container.name()));
      assertThat(String.valueOf(top.get("Processes"))).contains("sleep 60");

      Map<String, Object> once = Map.of("id", container.name(), "stream", false);
      try (ObjectStream stats = engine.client().objects("ContainerStats", once)) {
        assertThat(stats.next()).containsKeys("cpu_stats", "memory_stats", "read");
        assertThat(stats.hasNext()).isFalse();
      }
    }
  }

  @OnEngines
  void commandInAContainerGivesItsOutputAndExitCode(TestEngine engine) throws Exception {
    try (OneContainer container = OneContainer.of(engine, "sleep 60").start()) {
      Map<String, Object> command =
          Map.of(
              "AttachStdout",
              true,
              "AttachStderr",
              true,
              "Cmd",
              List.of("sh", "-c", "echo to err >&2; exit 5"));
      Object id =
          map(engine, "ContainerExec", Map.of("id", container.name(), "body", command)).get("Id");
      Map<String, Object> exec = Map.of("id", String.valueOf(id));

      UpgradedConnection connection =
          engine
              .client()
              .takeOver(
                  "ExecStart", Map.of("id", String.valueOf(id), "body", Map.of("Tty", false)));
      try (FrameStream frames = FrameStream.of(connection, false)) {
        assertThat(wrote(frames, Frame.Source.ERR)).isEqualTo("to err\n");
      }
      assertThat(exitCodeOf(engine, exec)).isEqualTo("5");
    }
  }

  /** The output of a command may end shortly before the daemon knows its exit code. */
  private static String exitCodeOf(TestEngine engine, Map<String, Object> exec) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (Boolean.TRUE.equals(map(engine, "ExecInspect", exec).get("Running"))
        && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return String.valueOf(map(engine, "ExecInspect", exec).get("ExitCode"));
  }

  @OnEngines
  void inputThatIsEndedEndsTheProgramThatReadsIt(TestEngine engine) throws IOException {
    try (OneContainer container = OneContainer.withInput(engine, "cat")) {
      Map<String, Object> streams =
          Map.of("id", container.name(), "stream", true, "stdin", true, "stdout", true);
      UpgradedConnection connection = engine.client().takeOver("ContainerAttach", streams);
      try (FrameStream frames = FrameStream.of(connection, false)) {
        container.start();
        connection.out().write("through cat\n".getBytes(UTF_8));
        connection.shutdownOutput();

        assertThat(wrote(frames, Frame.Source.OUT)).isEqualTo("through cat\n");
        assertThat(container.exitCode()).isZero();
      }
    }
  }
}
