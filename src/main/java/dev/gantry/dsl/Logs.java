package dev.gantry.dsl;

import dev.gantry.dsl.options.VerbOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The logs of a container. */
final class Logs {
  private Logs() {}

  static LogReading of(Docker docker, Container container, Map<String, ?> options) {
    VerbOptions given = docker.options("logs", options);
    Map<String, @Nullable Object> query = new LinkedHashMap<>(given.query());
    LogReading.addStreams(query);
    query.put("id", container.getId());
    return new LogReading(
        docker,
        given,
        () -> docker.engine().frames("ContainerLogs", query, container.hasTerminal()),
        null);
  }
}
