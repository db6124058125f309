package dev.gantry.shell.reading;

import dev.gantry.shell.settings.Setting;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.LineReader;
import org.jline.reader.impl.InputRC;

/**
 * The person's keys for all programs that read lines, as GNU readline has them: {@code $INPUTRC},
 * or {@code ~/.inputrc}. What JLine does not know in it has no effect.
 */
final class Inputrc {
  private Inputrc() {}

  /**
   * Takes it over.
   *
   * @return a sentence if that went wrong
   */
  static Optional<String> apply(EntryReader reader, Reading reading) {
    Path file = file(reading.env());
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Logger.getLogger("org.jline").setLevel(Level.OFF); // it would warn in the middle of the screen
    try (Reader text = Files.newBufferedReader(file)) {
      InputRC.configure(reader, text);
    } catch (IOException | RuntimeException e) {
      return Optional.of("cannot read all of " + file + ": " + e.getMessage());
    }
    if ("vi".equals(reader.getVariable(LineReader.EDITING_MODE))
        && !reading.settings().isChosen(Setting.EDITING_MODE)) {
      reading.settings().set(Setting.EDITING_MODE.key(), "vi");
    }
    return Optional.empty();
  }

  private static Path file(Map<String, String> env) {
    String named = env.getOrDefault("INPUTRC", "");
    return named.isEmpty()
        ? Path.of(env.getOrDefault("HOME", System.getProperty("user.home")), ".inputrc")
        : Path.of(named);
  }
}
