package dev.gantry.testing;

import dev.gantry.transport.DockerHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An engine that {@code scripts/engine} started. Tests that harm an engine start one of their own;
 * all others share those of {@link OnEngines}. It ends with this JVM at the latest.
 */
public final class PrivateEngine implements AutoCloseable {
  private final String kind;
  private final Map<String, String> facts;
  private boolean stopped;

  private PrivateEngine(String kind, Map<String, String> facts) {
    this.kind = kind;
    this.facts = facts;
  }

  /**
   * Starts an engine and waits until it answers.
   *
   * @param kind {@code 20}, {@code 26}, {@code 28} or {@code podman}
   * @param options {@code --tcp} for a TCP port as well, {@code --tls} for one with TLS, {@code
   *     --image} for {@code busybox:latest}
   * @throws IOException it did not start; the message says why
   */
  public static PrivateEngine start(String kind, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("start", kind));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--watch", String.valueOf(ProcessHandle.current().pid())));
    return new PrivateEngine(kind, EngineScript.facts(arguments.toArray(String[]::new)));
  }

  /** As it was asked for: {@code 20}, {@code 26}, {@code 28} or {@code podman}. */
  public String kind() {
    return kind;
  }

  /** Its unix socket. */
  public DockerHost host() {
    return fact("DOCKER_HOST")
        .map(DockerHost::parse)
        .orElseThrow(() -> new IllegalStateException("scripts/engine named no host: " + facts));
  }

  /** Where the files of a client are, when it was started with {@code --tls}. */
  public Optional<Path> tlsFolder() {
    return fact("TLS_DIR").map(Path::of);
  }

  /** Its TCP port on loopback; empty unless it was started with {@code --tcp} or {@code --tls}. */
  public Optional<DockerHost> tcpHost() {
    return fact("TCP_HOST").map(DockerHost::parse);
  }

  /** Kills the daemon alone, as a crash would: it has no time to end its streams in order. */
  public void kill() throws IOException {
    String pid =
        EngineScript.run("list").stream()
            .map(line -> line.split(" +"))
            .filter(column -> column[0].equals(id()))
            .map(column -> column[2])
            .findFirst()
            .orElseThrow();
    ProcessHandle daemon = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    daemon.destroyForcibly();
    daemon.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Stops the daemon in order and starts it again, with what it had and at the same addresses. */
  public void restart() throws IOException {
    EngineScript.run("restart", id());
  }

  String id() {
    return fact("ENGINE_ID").orElseThrow();
  }

  private Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /** Stops the daemon and removes all that it left; a second time does nothing. */
  @Override
  public synchronized void close() {
    if (!stopped) {
      stopped = true;
      try {
        EngineScript.run("stop", id());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
