package dev.gantry.engine;

import dev.gantry.testing.TestEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** A container of busybox on a real engine, removed with the end of a test. */
final class OneContainer implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final EngineClient client;
  private final String name =
      "engine-test-" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();

  private OneContainer(EngineClient client, Map<String, ?> config) {
    this.client = client;
    client.call("ContainerCreate", Map.of("name", name, "body", config));
  }

  /** A container that runs a shell command once it is started. */
  static OneContainer of(TestEngine engine, String command) {
    return of(engine.client(), command);
  }

  static OneContainer of(EngineClient client, String command) {
    return new OneContainer(client, config(command));
  }

  /** The same, with a standard input that ends when the first who attached ends it. */
  static OneContainer withInput(TestEngine engine, String command) {
    Map<String, Object> config = new HashMap<>(config(command));
    config.putAll(Map.of("OpenStdin", true, "StdinOnce", true, "AttachStdin", true));
    return new OneContainer(engine.client(), config);
  }

  private static Map<String, Object> config(String command) {
    return Map.of(
        "Image",
        "busybox:latest",
        "Cmd",
        List.of("sh", "-c", command),
        "HostConfig",
        Map.of("NetworkMode", "none"));
  }

  String name() {
    return name;
  }

  OneContainer start() {
    client.call("ContainerStart", Map.of("id", name));
    return this;
  }

  /** Waits for its end and gives the exit code. */
  int exitCode() {
    Map<?, ?> result =
        (Map<?, ?>) Objects.requireNonNull(client.call("ContainerWait", Map.of("id", name)));
    return Integer.parseInt(String.valueOf(result.get("StatusCode")));
  }

  @Override
  public void close() {
    client.call("ContainerDelete", Map.of("id", name, "force", true, "v", true));
  }
}
