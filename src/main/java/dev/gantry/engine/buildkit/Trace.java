package dev.gantry.engine.buildkit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is new since the last message: {@code moby.buildkit.v1.StatusResponse}.
 *
 * <p>Source: moby/buildkit v0.13, api/services/control/control.proto.
 *
 * @param vertices steps whose state changed
 * @param statuses parts of steps whose state changed, such as a layer that is pulled
 * @param logs what steps printed
 * @param warnings what the build file could do better
 */
public record Trace(
    List<Vertex> vertices, List<Status> statuses, List<Log> logs, List<Warning> warnings) {
  /** The {@code id} of the objects of the progress that carry a trace as {@code aux}. */
  public static final String ID = "moby.buildkit.trace";

  /**
   * A step.
   *
   * @param digest what names it
   * @param inputs the digests of the steps it needs
   * @param error why it failed; empty when it did not
   */
  public record Vertex(
      String digest,
      List<String> inputs,
      String name,
      boolean cached,
      Optional<Instant> started,
      Optional<Instant> completed,
      String error) {

    private static Vertex of(Message message) {
      return new Vertex(
          message.text(1),
          message.texts(2),
          message.text(3),
          message.flag(4),
          message.time(5),
          message.time(6),
          message.text(7));
    }

    private Map<String, @Nullable Object> toMap() {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("digest", digest);
      map.put("name", name);
      map.put("cached", cached);
      map.put("started", text(started));
      map.put("completed", text(completed));
      map.put("error", error);
      map.put("inputs", inputs);
      return map;
    }
  }

  /**
   * A part of a step.
   *
   * @param vertex the digest of the step
   * @param current how much is done, mostly in bytes
   * @param total how much there is to do; 0 when that is not known
   */
  public record Status(
      String id,
      String vertex,
      long current,
      long total,
      Optional<Instant> started,
      Optional<Instant> completed) {

    private static Status of(Message message) {
      return new Status(
          message.text(1),
          message.text(2),
          message.number(4),
          message.number(5),
          message.time(7),
          message.time(8));
    }

    private Map<String, @Nullable Object> toMap() {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      map.put("id", id);
      map.put("vertex", vertex);
      map.put("current", current);
      map.put("total", total);
      map.put("started", text(started));
      map.put("completed", text(completed));
      return map;
    }
  }

  /**
   * Output of a step.
   *
   * @param vertex the digest of the step
   * @param stream 1 for standard output, 2 for standard error
   */
  public record Log(String vertex, long stream, String text) {

    private static Log of(Message message) {
      return new Log(message.text(1), message.number(3), message.text(4));
    }

    private Map<String, Object> toMap() {
      return Map.of("vertex", vertex, "stream", stream, "text", text);
    }
  }

  /**
   * A warning.
   *
   * @param vertex the digest of the step
   * @param url where to read more; may be empty
   */
  public record Warning(String vertex, String text, String url) {

    private static Warning of(Message message) {
      return new Warning(message.text(1), message.text(3), message.text(5));
    }

    private Map<String, Object> toMap() {
      return Map.of("vertex", vertex, "text", text, "url", url);
    }
  }

  /**
   * Reads the {@code aux} of an object of the progress.
   *
   * @throws TraceException it is no trace
   */
  public static Trace decode(String aux) {
    try {
      return read(new Message(Base64.getDecoder().decode(aux.getBytes(StandardCharsets.UTF_8))));
    } catch (IllegalArgumentException e) {
      throw new TraceException("a message is not in base64", e);
    }
  }

  private static Trace read(Message message) {
    return new Trace(
        message.all(1, Vertex::of),
        message.all(2, Status::of),
        message.all(3, Log::of),
        message.all(4, Warning::of));
  }

  /**
   * The same as plain values: {@code vertexes}, {@code statuses}, {@code logs}, {@code warnings}.
   */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("vertexes", vertices.stream().map(Vertex::toMap).toList());
    map.put("statuses", statuses.stream().map(Status::toMap).toList());
    map.put("logs", logs.stream().map(Log::toMap).toList());
    map.put("warnings", warnings.stream().map(Warning::toMap).toList());
    return map;
  }

  private static @Nullable String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }
}
