package dev.gantry.testing;

import dev.gantry.engine.ApiVersion;
import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpClient;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A running engine that a test may use, but not harm: others use it too. */
public final class TestEngine {
  private final DockerHost host;
  private final Optional<DockerHost> tcpHost;
  private final HttpClient http;
  private final EngineClient client;
  private final String version;
  private @Nullable PrivateEngine started;

  private TestEngine(DockerHost host, Optional<DockerHost> tcpHost) {
    this.host = host;
    this.tcpHost = tcpHost;
    this.http = new HttpClient(Transport.to(host));
    this.client = new EngineClient(http, host.toString(), null);
    this.version = version(client);
  }

  /** An engine that runs already and goes on running. */
  static TestEngine at(DockerHost host) {
    return new TestEngine(host, Settings.givenTcpHost());
  }

  /** An engine that was started for the tests and is stopped with them. */
  static TestEngine of(PrivateEngine started) {
    try {
      TestEngine engine = new TestEngine(started.host(), started.tcpHost());
      engine.started = started;
      return engine;
    } catch (RuntimeException e) {
      started.close();
      throw e;
    }
  }

  /** The first number of its version, such as {@code 28}; or {@code podman}. */
  public String kind() {
    return version.startsWith("podman") ? "podman" : version.substring(0, version.indexOf('.'));
  }

  /** As the engine says it, such as {@code 28.5.2+dfsg4}; for Podman with its name before it. */
  public String version() {
    return version;
  }

  /** Where it listens, most often a unix socket. */
  public DockerHost host() {
    return host;
  }

  /** Where it listens on TCP; a test that needs this assumes that it is there. */
  public Optional<DockerHost> tcpHost() {
    return tcpHost;
  }

  /** The API version that it and Gantry agree upon. */
  public ApiVersion apiVersion() {
    return client.version();
  }

  /** A client that all tests share; it needs no closing. */
  public EngineClient client() {
    return client;
  }

  /** The Docker CLI that came with an engine of this kind: an oracle for what a flag sends. */
  public Path cli() {
    try {
      return Path.of(EngineScript.run("cli", kind()).get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code scripts/engine} calls it; empty for one that it did not start. */
  Optional<String> id() {
    return Optional.ofNullable(started).map(PrivateEngine::id);
  }

  void close() {
    http.close();
    if (started != null) {
      started.close();
    }
  }

  private static String version(EngineClient client) {
    Map<?, ?> version = (Map<?, ?>) client.call("SystemVersion", Map.of());
    String number = version == null ? "" : String.valueOf(version.get("Version"));
    boolean podman =
        version != null && String.valueOf(version.get("Components")).contains("Podman");
    return (podman ? "podman " : "") + number;
  }

  @Override
  public String toString() {
    return version + " at " + host;
  }
}
