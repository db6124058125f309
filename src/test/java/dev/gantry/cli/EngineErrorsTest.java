package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees, and a shell script gets, when an engine is not there or does not do it. */
@Timeout(60)
class EngineErrorsTest {
  private static final String PING = "/_ping";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void missingSocketIsNoEngine() {
    Path socket = folder.resolve("d.sock");
    assertThat(run("unix://" + socket, "docker.info")).isEqualTo(3);
    assertThat(err.toString(UTF_8))
        .startsWith("gantry: Cannot connect to unix://" + socket + ": there is no such socket. ")
        .contains("Is the daemon running?")
        .endsWith("at -e:1\n    docker.info\n");
  }

  @Test
  void refusedConnectionIsNoEngine() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(run("tcp://127.0.0.1:" + port, "docker.info")).isEqualTo(3);
    assertThat(err.toString(UTF_8))
        .startsWith("gantry: Cannot connect to tcp://127.0.0.1:" + port + ": ")
        .contains("refused");
  }

  @Test
  void unknownSchemeNamesThoseThereAre() {
    assertThat(run("smtp://engine", "docker.info")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith(
            "gantry: 'smtp://engine' is no Docker host: unknown scheme 'smtp'"
                + " (known: unix, tcp, http, https, ssh)\n");
  }

  @Test
  void versionThatIsNoneIsWrongUsageEvenWhenNoEngineIsUsed() {
    assertThat(gantry(Map.of(), "--api-version", "1.41.0", "-e", "1")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("gantry: --api-version: '1.41.0' is not an API");
    assertThat(gantry(Map.of(), "--api-version", "", "-e", "1")).isEqualTo(2);
  }

  @Test
  void versionOfTheEnvironmentIsNamedWhenItIsWrong() {
    Map<String, String> env = Map.of("DOCKER_API_VERSION", "1.12");
    assertThat(gantry(env, "-e", "docker.info")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("gantry: DOCKER_API_VERSION: API 1.12 is too old");
    assertThat(gantry(env, "-e", "1")).isZero();
  }

  @OnEngines
  void versionThatIsTooNewForTheEngineIsRefusedByIt(TestEngine engine) {
    String host = engine.host().toString();
    assertThat(gantry(Map.of(), "-H", host, "--api-version", "1.99", "-e", "docker.ps()"))
        .isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .startsWith("gantry: Cannot list containers: client version 1.99 is too new.")
        .contains("(400 on GET /containers/json, " + host + ")");
  }

  @OnEngines
  void versionOfTheCommandLineIsSpokenWhateverTheEnvironmentSays(TestEngine engine) {
    Map<String, String> env = Map.of("DOCKER_API_VERSION", "1.30");
    String host = engine.host().toString();
    String script = "docker.run('busybox', annotations: [a: 'b'])";
    assertThat(gantry(env, "-H", host, "--api-version", "v1.41", "-e", script)).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .startsWith("gantry: option 'annotations' of run needs API 1.43, and 1.41 is spoken\n");
  }

  @Test
  void daemonThatSpeaksNoHttpIsNoEngine() throws IOException {
    try (RawDaemon daemon = new RawDaemon(Map.of("", "220 mail.example ESMTP\r\n"))) {
      assertThat(run(daemon.host(), "docker.info")).isEqualTo(3);
      assertThat(err.toString(UTF_8)).startsWith("gantry: ").contains(daemon.host(), "HTTP");
    }
  }

  @Test
  void webServerIsNoEngine() throws IOException {
    String page =
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\nContent-Length: 4\r\n\r\n<p/>";
    try (RawDaemon daemon = new RawDaemon(Map.of("", page))) {
      assertThat(run(daemon.host(), "docker.info")).isEqualTo(3);
      assertThat(err.toString(UTF_8))
          .startsWith("gantry: ")
          .contains(daemon.host(), "Docker Engine");
    }
  }

  @Test
  void halfAHeaderIsNoAnswer() throws IOException {
    Map<String, String> answers =
        Map.of(PING, RawDaemon.json("{}"), "/info", "HTTP/1.1 200 OK\r\nContent-Ty");
    try (RawDaemon daemon = new RawDaemon(answers)) {
      assertThat(run(daemon.host(), "docker.info")).isEqualTo(3);
      assertThat(err.toString(UTF_8)).startsWith("gantry: ").contains("/info", daemon.host());
    }
  }

  @Test
  void answerThatBreaksOffIsAnError() throws IOException {
    Map<String, String> answers =
        Map.of(
            PING,
            RawDaemon.json("{}"),
            "/info",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{");
    try (RawDaemon daemon = new RawDaemon(answers)) {
      assertThat(run(daemon.host(), "docker.info")).isEqualTo(1);
      assertThat(err.toString(UTF_8)).contains("lost the connection after 1 byte");
    }
  }

  @Test
  void answerThatIsNoJsonIsAnError() throws IOException {
    Map<String, String> answers =
        Map.of(PING, RawDaemon.json("{}"), "/info", RawDaemon.json("{\"ID\": nonsense}"));
    try (RawDaemon daemon = new RawDaemon(answers)) {
      assertThat(run(daemon.host(), "docker.info")).isEqualTo(1);
      assertThat(err.toString(UTF_8))
          .contains("the answer is not JSON: ")
          .contains("(200 on GET /info, " + daemon.host() + ")");
    }
  }

  @OnEngines
  void refusalOfTheDaemonIsAFailureWithTheLineOfTheScript(TestEngine engine) {
    assertThat(run(engine.host().toString(), "docker.containers['cli-nobody'].pause()"))
        .isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            gantry: Cannot inspect container 'cli-nobody': No such container: cli-nobody \
            (404 on GET /containers/cli-nobody/json, %s)
              at -e:1
                docker.containers['cli-nobody'].pause()
            """
                .formatted(engine.host()));
  }

  @OnEngines
  void wrongOptionIsAFailureBeforeAnythingIsSent(TestEngine engine) {
    run(engine.host().toString(), "docker.run('busybox', enviroment: [A: 1])");
    assertThat(err.toString(UTF_8))
        .startsWith(
            "gantry: unknown option 'enviroment' for run; did you mean 'env'?\n  at -e:1\n");
  }

  @OnEngines
  void outputOfAProgramIsPrintedAsTextAndListsAsJson(TestEngine engine) {
    assertThat(run(engine.host().toString(), "docker.run('busybox', 'echo', 'hi', rm: true)"))
        .isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("hi\n");
    assertThat(run(engine.host().toString(), "docker.images.list()")).isZero();
    assertThat(out.toString(UTF_8)).contains("\"RepoTags\"");
  }

  private int run(String host, String script) {
    return gantry(Map.of(), "-H", host, "-e", script);
  }

  private int gantry(Map<String, String> environment, String... words) {
    Surroundings surroundings =
        new Surroundings(
            environment,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Set.of(),
            0);
    return new Gantry(surroundings, status -> {}).run(words);
  }
}
