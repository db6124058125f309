package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.engine.FrameStream;
import dev.gantry.json.JsonView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command that was started in a container, to ask for later: {@code c.exec(detach: true, …)} and
 * {@code c.exec(stream: true, …)}. The latter has its streams as well.
 */
public final class Execution implements JsonView, AutoCloseable {
  private static final long LONGEST_PAUSE = 200;

  private final Docker docker;
  private final String id;
  private final @Nullable Conversation streams;

  Execution(Docker docker, String id, @Nullable Conversation streams) {
    this.docker = docker;
    this.id = id;
    this.streams = streams;
  }

  /** The id that ExecInspect knows it by. */
  public String getID() {
    return id;
  }

  /** Whether it still runs. ExecInspect. */
  public boolean isRunning() {
    return Boolean.TRUE.equals(inspect().get("Running"));
  }

  /**
   * Its exit status; waits for its end, and passes over what it still writes until then. Null when
   * the engine does not know.
   */
  public @Nullable Integer getExitCode() {
    if (streams != null) {
      streams.getLines().skip();
    }
    return exitStatus();
  }

  /** Waits for the end of a command whose output is read. */
  @Nullable Integer exitStatus() {
    Map<String, @Nullable Object> exec = inspect();
    // The output can end before the daemon has noticed that the command has, or before it has.
    for (long pause = 5; Boolean.TRUE.equals(exec.get("Running")); pause = pause * 2) {
      Waiting.pause(Math.min(pause, LONGEST_PAUSE));
      exec = inspect();
    }
    return exec.get("ExitCode") instanceof Number code ? code.intValue() : null;
  }

  /** What the daemon knows of it now. {@code GET /exec/{id}/json} (ExecInspect). */
  public Map<String, Object> inspect() {
    return Rows.map(docker.engine().call("ExecInspect", Map.of("id", id)));
  }

  /**
   * Tells its terminal how large it is, in characters. {@code POST /exec/{id}/resize} (ExecResize).
   *
   * @throws dev.gantry.engine.EngineException it has no terminal, or has ended
   */
  public Execution resize(int height, int width) {
    docker.engine().call("ExecResize", Map.of("id", id, "h", height, "w", width));
    return this;
  }

  /** Its output, line by line as it comes, where {@code stream: true} was asked for. */
  public Lines getLines() {
    return streams().getLines();
  }

  /** Writes a text or bytes to its input, where {@code interactive: true} was asked for. */
  public Execution leftShift(Object given) {
    streams().leftShift(given);
    return this;
  }

  /** Ends its input; its output goes on. */
  public void endInput() {
    streams().endInput();
  }

  FrameStream frames() {
    return streams().frames();
  }

  private Conversation streams() {
    if (streams == null) {
      throw new UsageException("a detached command has no streams: say 'stream: true' instead");
    }
    return streams;
  }

  @Override
  public Object toJson() {
    return inspect();
  }

  /** Leaves its streams; it goes on by itself. */
  @Override
  public void close() {
    if (streams != null) {
      streams.close();
    }
  }

  @Override
  public String toString() {
    return "command " + Humane.shortId(id);
  }
}
