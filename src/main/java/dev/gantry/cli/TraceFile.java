package dev.gantry.cli;

import dev.gantry.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;

/** The file of {@code --trace=FILE}: begun anew by each run, and nobody else's to read. */
final class TraceFile {
  private static final Set<StandardOpenOption> ANEW =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);

  private TraceFile() {}

  /**
   * What takes the lines; each is in the file at once, so that it is there when the process is
   * killed.
   *
   * @throws UsageException the file cannot be written
   */
  static Consumer<String> open(String name) {
    try {
      PrintStream file =
          new PrintStream(
              Channels.newOutputStream(
                  Files.newByteChannel(
                      Path.of(name),
                      ANEW,
                      PosixFilePermissions.asFileAttribute(
                          PosixFilePermissions.fromString("rw-------")))),
              true,
              StandardCharsets.UTF_8);
      return file::println;
    } catch (IOException | RuntimeException e) {
      throw new UsageException("cannot write the trace to '" + name + "': " + e.getMessage());
    }
  }
}
