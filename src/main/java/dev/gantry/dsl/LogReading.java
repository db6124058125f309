package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.FrameStream;
import groovy.lang.Closure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Logs that were asked for, and what is done with them.
 *
 * @param form makes the lines that are handed out of those that come; null leaves even the bytes as
 *     they are
 */
record LogReading(
    Docker docker,
    VerbOptions given,
    Supplier<FrameStream> source,
    @Nullable UnaryOperator<String> form) {

  /** Both streams, unless one was named. */
  static void addStreams(Map<String, @Nullable Object> query) {
    if (!Boolean.TRUE.equals(query.get("stdout")) && !Boolean.TRUE.equals(query.get("stderr"))) {
      query.putIfAbsent("stdout", true);
      query.putIfAbsent("stderr", true);
    }
  }

  /** Reads them to the end; when they are followed, hands out the lines as they come. */
  Object read() {
    Object target = given.client().get("to");
    if (target != null) {
      try (FrameStream frames = source.get()) {
        docker.files().receive(bytes(frames), target);
      }
      return Result.none();
    }
    if (Boolean.TRUE.equals(given.query().get("follow"))) {
      return lines(source.get());
    }
    return form == null ? Result.of(source.get()) : Result.of(lines(source.get()));
  }

  void each(Closure<?> closure) {
    if (given.client().containsKey("to")) {
      throw new UsageException("option 'to' excludes a closure for the lines: give one of the two");
    }
    lines(source.get()).each(closure);
  }

  /** The lines, whether they are followed or not. */
  Lines lines() {
    return lines(source.get());
  }

  private Lines lines(FrameStream frames) {
    return form == null ? new Lines(frames) : new Lines(frames, form);
  }

  private InputStream bytes(FrameStream frames) {
    if (form == null) {
      return frames.bytes();
    }
    return new SequenceInputStream(new LineBytes(lines(frames)));
  }

  /** The bytes of lines, each with its line break. */
  @SuppressWarnings("JdkObsolete") // SequenceInputStream wants one.
  private record LineBytes(Lines lines) implements Enumeration<InputStream> {
    @Override
    public boolean hasMoreElements() {
      return lines.hasNext();
    }

    @Override
    public InputStream nextElement() {
      return new ByteArrayInputStream((lines.next() + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }
}
