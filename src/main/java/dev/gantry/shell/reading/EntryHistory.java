package dev.gantry.shell.reading;

import dev.gantry.shell.printing.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The history file: readable by its owner alone, without secrets, and never a reason not to start.
 */
public final class EntryHistory extends DefaultHistory {

  /** An entry with a secret can be recalled neither from the file nor from memory. */
  @Override
  public void add(Instant time, String line) {
    if (!Secrets.isIn(line)) {
      super.add(time, line);
    }
  }

  /**
   * Makes the file ready and reads it.
   *
   * @param console told when there is no history, or the old one is unreadable
   */
  public void open(LineReader reader, Path file, Console console) {
    try {
      prepare(file);
      reader.setVariable(LineReader.HISTORY_FILE, file);
      attach(reader);
      load();
    } catch (IOException | RuntimeException e) {
      startAnew(reader, file, console);
    }
  }

  private void startAnew(LineReader reader, Path file, Console console) {
    try {
      Path bad = file.resolveSibling(file.getFileName() + ".bad");
      Files.move(file, bad, StandardCopyOption.REPLACE_EXISTING);
      prepare(file);
      load();
      console.say("the history was unreadable; it is now " + bad + ", and a new one begins");
    } catch (IOException | RuntimeException e) {
      reader.setVariable(LineReader.DISABLE_HISTORY, true);
      reader.getVariables().remove(LineReader.HISTORY_FILE);
      console.say("no history: cannot use " + file);
    }
  }

  private static void prepare(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null && !Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else if (Files.isRegularFile(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
