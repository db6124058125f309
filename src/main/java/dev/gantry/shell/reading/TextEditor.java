package dev.gantry.shell.reading;

import dev.gantry.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.Status;

/** The person's own editor: {@code $VISUAL}, {@code $EDITOR}, or vi. */
final class TextEditor {
  /** What a shell says when there is no such program (POSIX.1-2017, XCU 2.8.2). */
  private static final int NOT_FOUND = 127;

  private final Terminal terminal;
  private final Map<String, String> env;
  private final Attributes usual;

  /** Made before the terminal is told to hand over single keys. */
  TextEditor(Terminal terminal, Map<String, String> env) {
    this.terminal = terminal;
    this.env = env;
    this.usual = terminal.getAttributes();
  }

  /**
   * Hands a text to the editor, and the terminal with it.
   *
   * @return what was saved
   * @throws UsageException there is no such editor, or it failed: nothing is changed then
   */
  String edit(String text) {
    try {
      Path folder =
          Files.createTempDirectory(
              "gantry-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try {
        return edit(text, folder.resolve("entry.groovy"));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UsageException("cannot edit: " + e.getMessage());
    }
  }

  private String edit(String text, Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text.isEmpty() ? text : text + "\n");
    int status = withTerminal(file);
    if (status != 0) {
      throw new UsageException(
          status == NOT_FOUND
              ? "no editor '" + command() + "': set EDITOR to one"
              : "the editor ended with status " + status + ": nothing is changed");
    }
    String saved = Files.readString(file);
    return saved.endsWith("\n") ? saved.substring(0, saved.length() - 1) : saved;
  }

  /** The editor has the terminal as it was before, and Ctrl-C means the editor alone. */
  private int withTerminal(Path file) throws IOException {
    Attributes now = terminal.getAttributes();
    SignalHandler interrupt = terminal.handle(Signal.INT, SignalHandler.SIG_IGN);
    Status status = Status.getStatus(terminal, false);
    if (status != null) {
      status.suspend();
    }
    terminal.flush();
    terminal.setAttributes(usual);
    try {
      return run(file);
    } finally {
      terminal.setAttributes(now);
      terminal.handle(Signal.INT, interrupt);
      if (status != null) {
        status.restore();
      }
    }
  }

  private int run(Path file) throws IOException {
    Process editor =
        new ProcessBuilder(List.of("sh", "-c", command() + " \"$1\"", "gantry", file.toString()))
            .inheritIO()
            .start();
    try {
      return editor.waitFor();
    } catch (InterruptedException e) {
      editor.destroy();
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted");
    }
  }

  private String command() {
    return Stream.of("VISUAL", "EDITOR")
        .map(name -> env.getOrDefault(name, ""))
        .filter(one -> !one.isBlank())
        .findFirst()
        .orElse("vi");
  }

  /** With what the editor left beside the file. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.delete(folder);
  }
}
