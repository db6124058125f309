package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.json.Json;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.ScriptedEngine;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page that a person reads whose engine is not there, and the statuses that scripts get. */
@Timeout(60)
class DoctorCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void missingSocketHasTheStatusOfNoEngine() {
    assertThat(doctor("-H", "unix://" + folder.resolve("gone"))).isEqualTo(3);
    assertThat(page())
        .contains("failed socket " + folder.resolve("gone") + " is not there → Start the daemon")
        .endsWith("No engine was reached: 2 failures, 0 warnings ");
  }

  @Test
  void socketThatAStoppedDaemonLeftIsTold() throws IOException {
    Path socket = folder.resolve("d.sock");
    try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));
    }
    assertThat(doctor("-H", "unix://" + socket)).isEqualTo(3);
    assertThat(page()).contains("nobody listens on this socket → Is the daemon running?");
  }

  @Test
  void refusedPortAndUnknownHostAreTold() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(doctor("-H", "tcp://127.0.0.1:" + port)).isEqualTo(3);
    assertThat(page()).contains("connection refused → Is the daemon running");
    assertThat(doctor("-H", "tcp://no-such-host.invalid:1", "--insecure")).isEqualTo(3);
    assertThat(page()).contains("failed engine");
  }

  @Test
  void tlsToAPlainPortIsTold() throws IOException {
    try (ScriptedEngine plain = ScriptedEngine.on(Scheme.TCP)) {
      assertThat(doctor("-H", plain.host().toString(), "--tls", "--tlscacert=")).isEqualTo(3);
      assertThat(page()).contains("failed engine").contains("TLS");
    }
  }

  @Test
  void engineThatMustNotBeReachedIsNotAsked() {
    assertThat(doctor("-H", "tcp://192.0.2.1:2375")).isEqualTo(3);
    assertThat(page()).contains("failed address refusing plain TCP to tcp://192.0.2.1:2375");
  }

  @OnEngines
  void engineThatIsWellIsStatusZero(TestEngine engine) {
    assertThat(doctor("-H", engine.host().toString())).isZero();
    assertThat(page())
        .contains("(--host on the command line)")
        .contains("ok engine it answers")
        .contains("ok versions engine " + engine.version())
        .contains("API " + engine.apiVersion() + " is spoken")
        .contains("ok clocks")
        .contains("An engine was reached: 0 failures");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @OnEngines
  void plainPortIsAWarningAndWell(TestEngine engine) {
    assumeThat(engine.tcpHost()).isPresent();
    assertThat(doctor("-H", engine.tcpHost().orElseThrow().toString())).isZero();
    assertThat(page()).contains("warning address tcp://127.0.0.1:", "every user and every program");
  }

  @OnEngines
  void refusedVersionIsAFailureThoughTheEngineIsReached(TestEngine engine) {
    assertThat(doctor("-H", engine.host().toString(), "--api-version", "1.99")).isEqualTo(1);
    assertThat(page()).contains("client version 1.99 is too new", "→ Leave out --api-version");
  }

  @OnEngines
  void jsonIsAListThatProgramsRead(TestEngine engine) {
    assertThat(doctor("-H", engine.host().toString(), "-o", "json")).isZero();
    List<?> findings = (List<?>) Json.read(out.toString(UTF_8));
    assertThat(findings)
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              Map<?, ?> map = (Map<?, ?>) finding;
              assertThat(List.copyOf(map.keySet()).toString())
                  .isEqualTo("[check, status, detail, todo]");
              assertThat(map.get("status")).isIn("ok", "warning", "failed");
            });
  }

  @Test
  void personIsToldOfItWhereNoEngineIsReached() {
    String host = "unix://" + folder.resolve("gone");
    assertThat(gantry(Set.of(), "-H", host, "-e", "docker.info")).isEqualTo(3);
    assertThat(err.toString(UTF_8)).doesNotContain("--doctor");
    assertThat(gantry(EnumSet.of(Stream.ERR), "-H", host, "-e", "docker.info")).isEqualTo(3);
    assertThat(err.toString(UTF_8))
        .endsWith("gantry --doctor, with the same options, tells more\n");
  }

  @Test
  void terminalThatShowsColoursGetsThem() {
    String host = "unix://" + folder.resolve("gone");
    doctor("-H", host, "--color", "always");
    assertThat(out.toString(UTF_8)).contains("\u001b[31mfailed ");
    out.reset();
    doctor("-H", host);
    assertThat(out.toString(UTF_8)).doesNotContain("\u001b");
  }

  private int doctor(String... words) {
    out.reset();
    String[] all = new String[words.length + 1];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--doctor";
    return gantry(Set.of(), all);
  }

  /** What was printed, wherever its lines break. */
  private String page() {
    return out.toString(UTF_8).replaceAll("\\s+", " ");
  }

  private int gantry(Set<Stream> terminals, String... words) {
    Surroundings surroundings =
        new Surroundings(
            Map.of("HOME", folder.toString()),
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            terminals,
            0);
    return new Gantry(surroundings, status -> {}).run(words);
  }
}
