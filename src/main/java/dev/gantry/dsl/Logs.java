package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.FrameStream;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The logs of a container. */
final class Logs {
  private final Docker docker;
  private final Container container;

  Logs(Docker docker, Container container) {
    this.docker = docker;
    this.container = container;
  }

  /** Reads them to the end; when they are followed, hands out the lines as they come. */
  Object read(Map<String, ?> options) {
    VerbOptions given = docker.options("logs", options);
    Map<String, @Nullable Object> query = query(given);
    Object target = given.client().get("to");
    if (target != null) {
      try (FrameStream frames = open(query)) {
        docker.files().receive(frames.bytes(), target);
      }
      return Result.none();
    }
    return Boolean.TRUE.equals(query.get("follow"))
        ? new Lines(open(query))
        : Result.of(open(query));
  }

  void follow(Map<String, ?> options, Closure<?> each) {
    VerbOptions given = docker.options("logs", options);
    if (given.client().containsKey("to")) {
      throw new UsageException("option 'to' of logs excludes a closure for the lines");
    }
    new Lines(open(query(given))).each(each);
  }

  private Map<String, @Nullable Object> query(VerbOptions given) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>(given.query());
    addStreams(query);
    query.put("id", container.getId());
    return query;
  }

  /** Both streams, unless one was named. */
  static void addStreams(Map<String, @Nullable Object> query) {
    if (!Boolean.TRUE.equals(query.get("stdout")) && !Boolean.TRUE.equals(query.get("stderr"))) {
      query.putIfAbsent("stdout", true);
      query.putIfAbsent("stderr", true);
    }
  }

  private FrameStream open(Map<String, @Nullable Object> query) {
    return docker.engine().frames("ContainerLogs", query, container.hasTerminal());
  }
}
