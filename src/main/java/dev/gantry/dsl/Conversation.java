package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.FrameStream;
import dev.gantry.engine.Input;
import dev.gantry.http.UpgradedConnection;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The streams of a program that runs: its output line by line, and, where {@code interactive: true}
 * was asked for, its input. Close it to leave the program; the output's end closes it as well.
 */
public final class Conversation implements AutoCloseable {
  private final UpgradedConnection connection;
  private final FrameStream frames;
  private final Lines lines;
  private final Program program;
  private boolean writable;

  /**
   * What is known of the program.
   *
   * @param terminal whether it has one; then its streams are one
   * @param inputEnds whether its input can be ended: not with a terminal, nor in a container that
   *     keeps it open for the next who attaches
   * @param end how it ends, where its container tells
   */
  record Program(boolean terminal, boolean inputEnds, @Nullable ContainerEnd end) {}

  private Conversation(UpgradedConnection connection, FrameStream frames, Program program) {
    this.connection = connection;
    this.frames = frames;
    this.lines = new Lines(frames);
    this.program = program;
  }

  /**
   * Begins to talk, and to feed what the option {@code stdin} has. Without it and {@code stream}
   * the input is at its end.
   *
   * @param options {@code stdin}, {@code interactive} and {@code stream} among those not sent
   */
  static Conversation begin(
      Docker docker, UpgradedConnection connection, VerbOptions options, Program program) {
    Object stdin = options.client().get("stdin");
    FrameStream frames =
        stdin == null
            ? FrameStream.of(connection, program.terminal())
            : fed(docker, connection, stdin, program);
    Conversation talk = new Conversation(connection, frames, program);
    talk.writable = stdin == null && options.is("interactive") && options.is("stream");
    if (stdin == null && options.is("interactive") && !talk.writable && program.inputEnds()) {
      talk.endInput();
    }
    return talk;
  }

  private static FrameStream fed(
      Docker docker, UpgradedConnection connection, Object stdin, Program program) {
    try {
      Input input = new Input(docker.files().feeding(stdin), program.inputEnds(), () -> {});
      return docker.engine().converse(connection, input, program.terminal());
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** Refuses a source that cannot be read, before anything is sent. */
  static void check(Docker docker, VerbOptions options) {
    Object stdin = options.client().get("stdin");
    if (stdin instanceof File || stdin instanceof Path) {
      docker.files().readable(stdin);
    }
  }

  /** Whether the program's input is to be attached to. */
  static boolean hasInput(VerbOptions options) {
    return options.is("interactive") || options.client().containsKey("stdin");
  }

  FrameStream frames() {
    return frames;
  }

  /** The output, line by line as it comes. */
  public Lines getLines() {
    return lines;
  }

  /**
   * The program's exit status; waits for its end, and passes over what it still writes until then.
   * Null when it was left running by its {@code detachKeys}.
   */
  public @Nullable Integer getExitCode() {
    lines.skip();
    return exitStatus();
  }

  /** Waits for the end of a program whose output is read. */
  @Nullable Integer exitStatus() {
    return program.end() == null ? null : program.end().status();
  }

  /** Writes a text or bytes to the program's input: {@code talk << 'yes\n'}. */
  public Conversation leftShift(Object given) {
    if (!writable) {
      throw new UsageException("nothing can be written here: say 'interactive: true' beforehand");
    }
    try {
      connection.out().write(bytes(given));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Object given) {
    return given instanceof byte[] bytes
        ? bytes
        : String.valueOf(given).getBytes(StandardCharsets.UTF_8);
  }

  /** Ends the program's input; its output goes on. */
  public void endInput() {
    if (!program.inputEnds()) {
      throw new UsageException(
          "the input of this program has no end: it has a terminal, or its container was made with"
              + " 'detach'");
    }
    connection.shutdownOutput();
  }

  @Override
  public void close() {
    frames.close();
    connection.close();
    if (program.end() != null) {
      program.end().close();
    }
  }
}
