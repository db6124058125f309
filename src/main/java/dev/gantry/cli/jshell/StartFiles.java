package dev.gantry.cli.jshell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The files that JShell reads at its start, which it takes from a file system only. They are there
 * for as long as it runs.
 *
 * @param start imports, which {@code /reset} reads again
 * @param feedback makes the way in which JShell shows things; read once
 */
record StartFiles(Path start, Path feedback) implements AutoCloseable {

  /** A snippet may end the process, and so may a signal: then, too, nothing stays behind. */
  static StartFiles write() throws IOException {
    Path folder = Files.createTempDirectory("gantry-jshell");
    StartFiles files = new StartFiles(folder.resolve("start.jsh"), folder.resolve("feedback.jsh"));
    for (Path file : List.of(files.start, files.feedback)) {
      try (InputStream text = StartFiles.class.getResourceAsStream(file.getFileName().toString())) {
        Files.copy(Objects.requireNonNull(text), file);
      }
    }
    Runtime.getRuntime().addShutdownHook(new Thread(files::close, "start files"));
    return files;
  }

  @Override
  public void close() {
    for (Path path : List.of(start, feedback, Objects.requireNonNull(start.getParent()))) {
      boolean ignored = path.toFile().delete();
    }
  }
}
