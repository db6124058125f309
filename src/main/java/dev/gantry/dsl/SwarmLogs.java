package dev.gantry.dsl;

import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.FrameStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The logs of a service or a task: lines of several containers, which the manager collects from
 * their nodes.
 *
 * @param operation {@code ServiceLogs} or {@code TaskLogs}
 * @param terminal whether its containers have terminals, and so lines nobody's name stands before
 */
record SwarmLogs(Docker docker, String operation, String id, boolean terminal) {
  private static final String TASK = "com.docker.swarm.task.id";

  LogReading reading(Map<String, ?> options) {
    VerbOptions given = docker.options("service logs", options);
    Map<String, @Nullable Object> query = new LinkedHashMap<>(given.query());
    LogReading.addStreams(query);
    query.put("id", id);
    return new LogReading(docker, given, () -> open(query), form(given, query));
  }

  /** What makes the lines of those that come; null where they are as they shall be. */
  private @Nullable UnaryOperator<String> form(
      VerbOptions given, Map<String, @Nullable Object> query) {
    if (!given.is("taskNames") || terminal) {
      return null;
    }
    boolean details = Boolean.TRUE.equals(query.put("details", true));
    boolean timestamps = Boolean.TRUE.equals(query.get("timestamps"));
    SwarmNames names = new SwarmNames(docker);
    return line -> named(line, timestamps, details, names::task);
  }

  private FrameStream open(Map<String, @Nullable Object> query) {
    return docker.engine().frames(operation, query, terminal);
  }

  /**
   * A line with its task's name before it. The details, of which it is known, come after the time,
   * if there is one (moby v28.5.2, api/server/httputils/write_log_stream.go).
   */
  private static String named(
      String line, boolean timestamps, boolean details, UnaryOperator<String> name) {
    int from = timestamps ? line.indexOf(' ') + 1 : 0;
    int to = line.indexOf(' ', from);
    if (to < 0) {
      return line;
    }
    String rest = details ? line : line.substring(0, from) + line.substring(to + 1);
    return task(line.substring(from, to)).map(id -> name.apply(id) + " | " + rest).orElse(line);
  }

  private static Optional<String> task(String details) {
    return Arrays.stream(details.split(","))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && decoded(pair[0]).equals(TASK))
        .map(pair -> decoded(pair[1]))
        .findFirst();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
