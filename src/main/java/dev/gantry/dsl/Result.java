package dev.gantry.dsl;

import dev.gantry.engine.Frame;
import dev.gantry.engine.FrameStream;
import dev.gantry.json.JsonView;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.StringGroovyMethods;
import org.jspecify.annotations.Nullable;

/**
 * What a program wrote, and how it ended.
 *
 * <p>It reads as its text, so that {@code docker.run('busybox', 'date').trim()} works, and is true
 * when the program ended well. {@code out} and {@code err} tell the two streams apart; with a
 * terminal ({@code tty: true}) all is in {@code out}. Bytes that are no UTF-8 are shown as
 * replacement characters.
 */
public final class Result implements CharSequence, JsonView {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ByteArrayOutputStream both = new ByteArrayOutputStream();

  /** Where in both streams one of them ends and the other goes on. */
  private final List<Turn> turns = new ArrayList<>();

  private @Nullable Integer exitCode;

  private record Turn(boolean err, int from) {}

  /**
   * What one stream wrote before the other wrote again.
   *
   * @param isErr whether to standard error
   */
  public record Part(boolean isErr, String text) {}

  private Result() {}

  /** One without output: it was handed to somebody else. */
  static Result none() {
    return new Result();
  }

  /** Reads a stream to its end and closes it. */
  static Result of(FrameStream frames) {
    Result result = new Result();
    try (frames) {
      while (frames.hasNext()) {
        result.add(frames.next());
      }
    }
    return result;
  }

  /** Reads lines to their end and closes them. */
  static Result of(Lines lines) {
    Result result = new Result();
    lines.drain(
        (text, source) ->
            result.add(new Frame(source, (text + "\n").getBytes(StandardCharsets.UTF_8))));
    return result;
  }

  private void add(Frame frame) {
    boolean toErr = frame.source() == Frame.Source.ERR;
    if (turns.isEmpty() || turns.get(turns.size() - 1).err() != toErr) {
      turns.add(new Turn(toErr, both.size()));
    }
    (toErr ? err : out).writeBytes(frame.bytes());
    both.writeBytes(frame.bytes());
  }

  Result ended(@Nullable Integer code) {
    exitCode = code;
    return this;
  }

  /** What was written to standard output. */
  public String getOut() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What was written to standard error. */
  public String getErr() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Both streams, in the order in which they arrived. */
  public String getText() {
    return both.toString(StandardCharsets.UTF_8);
  }

  /** Both streams in the order in which they arrived, told apart. */
  public List<Part> parts() {
    byte[] all = both.toByteArray();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      int from = turns.get(i).from();
      int end = i + 1 < turns.size() ? turns.get(i + 1).from() : all.length;
      parts.add(
          new Part(turns.get(i).err(), new String(all, from, end - from, StandardCharsets.UTF_8)));
    }
    return parts;
  }

  /** The lines of both streams. */
  public List<String> getLines() {
    return Rows.list(getText().lines());
  }

  /** Both streams, without the blanks and line breaks around them. */
  public String trim() {
    return getText().trim();
  }

  /** Standard output as it is. */
  public byte[] getBytes() {
    return out.toByteArray();
  }

  /** The program's exit status; null where none is known, as for logs. */
  public @Nullable Integer getExitCode() {
    return exitCode;
  }

  /** True when the program ended with status 0, or has none. */
  public boolean isOk() {
    return exitCode == null || exitCode == 0;
  }

  /** Groovy's truth: {@code if (docker.run(…))}. */
  public boolean asBoolean() {
    return isOk();
  }

  /** Groovy's {@code result as boolean} would look at the text, and find it true. */
  public @Nullable Object asType(Class<?> type) {
    boolean truth = type == boolean.class || type == Boolean.class;
    return truth ? (Object) isOk() : StringGroovyMethods.asType(getText(), type);
  }

  @Override
  public Object toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("out", getOut());
    json.put("err", getErr());
    if (exitCode != null) {
      json.put("exitCode", exitCode);
    }
    return json;
  }

  @Override
  public int length() {
    return getText().length();
  }

  @Override
  public char charAt(int index) {
    return getText().charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return getText().subSequence(start, end);
  }

  @Override
  public String toString() {
    return getText();
  }
}
