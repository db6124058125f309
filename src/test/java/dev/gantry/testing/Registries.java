package dev.gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The registries of a run of tests, each started when it is first asked for. */
final class Registries implements AutoCloseable {
  private final Map<List<String>, TestRegistry> started = new HashMap<>();

  /**
   * One that an engine reaches.
   *
   * @param kind the engine's: podman's has a loopback of its own, all others share the machine's
   */
  synchronized TestRegistry get(String kind, TestEngine engine, List<String> options) {
    List<String> all = new ArrayList<>(options);
    if (kind.equals("podman")) {
      all.addAll(List.of("--beside", engine.id().orElseThrow()));
    }
    return started.computeIfAbsent(all, Registries::start);
  }

  private static TestRegistry start(List<String> options) {
    try {
      return TestRegistry.start(options.toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    started.values().forEach(TestRegistry::close);
  }
}
