package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.http.Body;
import dev.gantry.http.StreamException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A program of this machine that is one end of a transfer, as in a shell's pipe. */
final class PipedCommand {
  private final Process process;
  private final String name;

  private PipedCommand(Process process, String name) {
    this.process = process;
    this.name = name;
  }

  static boolean is(Object end) {
    return end instanceof Process || end instanceof List;
  }

  /** One whose output is taken; what it writes to standard error goes where Gantry's does. */
  static PipedCommand writing(Object end, Path folder) {
    return of(end, folder, builder -> builder.redirectInput(Redirect.INHERIT));
  }

  /** One that is fed; its output goes where Gantry's does. */
  static PipedCommand reading(Object end, Path folder) {
    return of(end, folder, builder -> builder.redirectOutput(Redirect.INHERIT));
  }

  private static PipedCommand of(Object end, Path folder, UnaryOperator<ProcessBuilder> other) {
    if (end instanceof Process running) {
      return new PipedCommand(running, running.info().command().orElse("the command"));
    }
    List<String> words = Options.words(List.of(end));
    if (words.isEmpty()) {
      throw new UsageException("a command has at least one word, such as ['gzip', '-d']");
    }
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectError(Redirect.INHERIT);
    try {
      return new PipedCommand(other.apply(builder).start(), words.get(0));
    } catch (IOException e) {
      throw new UsageException("cannot start '" + words.get(0) + "': " + e.getMessage());
    }
  }

  /** Its output as a body, which is whole only when the program ends well. */
  Body output() {
    return Body.stream(
        out -> {
          try (InputStream from = process.getInputStream()) {
            from.transferTo(out);
            end();
          } finally {
            process.destroyForcibly();
          }
        });
  }

  /**
   * Feeds it, and waits for its end. When the content breaks off it is killed, for it would take
   * the end of its input for the end of the content.
   */
  void feed(InputStream content) {
    try {
      OutputStream input = process.getOutputStream();
      pour(content, input);
      end();
    } finally {
      process.destroyForcibly();
    }
  }

  /** One that ends before it has read all may be content with it: its status tells. */
  private void pour(InputStream content, OutputStream input) {
    byte[] piece = new byte[64 * 1024];
    try {
      for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
        input.write(piece, 0, count);
        // What is followed shall be seen as it comes.
        input.flush();
      }
      input.close();
    } catch (IOException e) {
      // The content's own errors are none of java.io: it is the program that reads no more.
    }
  }

  private void end() {
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new UsageException("'%s' ended with %d".formatted(name, status));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StreamException.cancelled("waiting for '" + name + "' was cancelled");
    }
  }
}
