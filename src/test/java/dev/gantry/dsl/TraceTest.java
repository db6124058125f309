package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gantry.engine.EngineClient;
import dev.gantry.engine.trace.CurlCommand;
import dev.gantry.engine.trace.TraceExchange;
import dev.gantry.http.HttpClient;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** What {@code --trace} writes is run by a shell, and does the same again. */
@Timeout(120)
class TraceTest {
  private static final String MAKE =
      """
      docker.containers.create('busybox', 'sh', '-c', 'echo "it\\'s $HOME"; cat', name: 'dsl-trace',
                               labels: [a: 'ü "b" `c` $d', x: "1'2"], env: [A: 'b c']).start()
      """;

  @OnEngines
  void shellThatRunsTheTraceDoesTheSame(TestEngine engine) throws Exception {
    assumeThat(bash("command -v curl")).as("there is no curl to compare with").isNotEmpty();
    List<String> lines = new CopyOnWriteArrayList<>();
    Object before = traced(engine.host(), lines, MAKE + "; docker.containers['dsl-trace'].Config");
    DslScript.run(engine, "docker.containers['dsl-trace'].remove(force: true)");
    String said = bash(String.join("\n", lines));
    Object after = DslScript.run(engine, "docker.containers['dsl-trace'].Config");
    assertThat(said).contains("\"Id\":");
    assertThat(withoutHostname(after)).isEqualTo(withoutHostname(before));
  }

  @OnEngines
  void tellsStatusTimeAndBytesOfEachRequest(TestEngine engine) {
    List<String> lines = new CopyOnWriteArrayList<>();
    traced(engine.host(), lines, "docker.containers['dsl-no-such']?.inspect()");
    traced(engine.host(), lines, "docker.run('busybox', 'echo', 'hi', rm: true)");
    assertThat(String.join("\n", lines))
        .containsPattern("# \\d+  inspect container 'dsl-no-such'\ncurl --unix-socket /")
        .containsPattern("# \\d+  404 in \\d+ ms, [1-9]\\d* bytes")
        .containsPattern("# \\d+  201 in \\d+ ms, [1-9]\\d* bytes")
        .containsPattern("# \\d+  (101|200) after \\d+ ms")
        .containsPattern("# \\d+  (101|200) in \\d+ ms, 11 bytes");
  }

  private static Object traced(DockerHost host, List<String> lines, String script) {
    try (HttpClient http = new HttpClient(Transport.to(host))) {
      TraceExchange trace = new TraceExchange(http, new CurlCommand(host, null), lines::add);
      EngineClient client = new EngineClient(trace, host.toString(), null);
      Docker docker = new Docker(client, DslScript.caller(Notices.NONE));
      Object value =
          DslScript.evaluate(
              docker,
              Map.of(),
              "try { " + script + " } catch (dev.gantry.GantryException e) { e.message }");
      return value == null ? "" : value;
    }
  }

  private static Map<?, ?> withoutHostname(@Nullable Object config) {
    Map<Object, Object> kept = new TreeMap<>((Map<?, ?>) Objects.requireNonNull(config));
    kept.remove("Hostname");
    return kept;
  }

  /** What a shell prints; the script stands in a file, so that the shell reads nothing into it. */
  private static String bash(String script) throws IOException {
    Path file = Files.createTempFile("trace", ".sh");
    try {
      Files.writeString(file, script + "\n");
      Process process =
          new ProcessBuilder("bash", file.toString()).redirectError(Redirect.DISCARD).start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }
}
