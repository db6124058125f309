package dev.gantry.dsl;

import dev.gantry.engine.Frame;
import dev.gantry.engine.FrameStream;
import groovy.lang.Closure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * Output of a program, line by line, as it comes. Lines of the two streams are never mixed; one
 * that has no line break yet is handed out when its stream ends. Close it to stop following; it
 * closes itself at the end.
 */
public final class Lines implements Iterator<String>, AutoCloseable {
  private final FrameStream frames;
  private final UnaryOperator<String> form;
  private final Map<Frame.Source, ByteArrayOutputStream> begun = new EnumMap<>(Frame.Source.class);
  private final Deque<Line> ready = new ArrayDeque<>();
  private boolean ended;
  private volatile boolean closed;

  private record Line(Frame.Source source, String text) {}

  Lines(FrameStream frames) {
    this(frames, UnaryOperator.identity());
  }

  /**
   * Output whose lines are handed out in another form.
   *
   * @param form makes it of a line
   */
  Lines(FrameStream frames, UnaryOperator<String> form) {
    this.frames = frames;
    this.form = form;
  }

  /**
   * Hands each line to a closure of one parameter, or of two: the line and {@code 'out'} or {@code
   * 'err'}.
   */
  void each(Closure<?> closure) {
    boolean both = closure.getMaximumNumberOfParameters() > 1;
    drain(
        (text, source) -> {
          if (both) {
            closure.call(text, source == Frame.Source.ERR ? "err" : "out");
          } else {
            closure.call(text);
          }
        });
  }

  /** Hands each line, with where it was written to, to the end; then closes. */
  void drain(BiConsumer<String, Frame.Source> each) {
    try (this) {
      while (hasNext()) {
        Line line = ready.removeFirst();
        each.accept(line.text(), line.source());
      }
    }
  }

  /** Reads to the end and keeps nothing. */
  void skip() {
    while (!closed && hasNext()) {
      ready.clear();
    }
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !ended && frames.hasNext()) {
      split(frames.next());
    }
    if (ready.isEmpty() && !ended) {
      ended = true;
      begun.forEach((source, bytes) -> finish(source, bytes));
      close();
    }
    return !ready.isEmpty();
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.removeFirst().text();
  }

  private void split(Frame frame) {
    ByteArrayOutputStream line =
        begun.computeIfAbsent(frame.source(), any -> new ByteArrayOutputStream());
    byte[] bytes = frame.bytes();
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n') {
        line.write(bytes, from, at - from);
        ready.add(new Line(frame.source(), form.apply(text(line))));
        line.reset();
        from = at + 1;
      }
    }
    line.write(bytes, from, bytes.length - from);
  }

  private void finish(Frame.Source source, ByteArrayOutputStream bytes) {
    if (bytes.size() > 0) {
      ready.add(new Line(source, form.apply(text(bytes))));
      bytes.reset();
    }
  }

  /** With a terminal a line ends with CR LF. */
  private static String text(ByteArrayOutputStream bytes) {
    String text = bytes.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() {
    closed = true;
    frames.close();
  }
}
