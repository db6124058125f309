package dev.gantry.shell.reading;

import dev.gantry.shell.settings.Setting;
import dev.gantry.shell.settings.Settings;
import java.util.function.IntSupplier;
import org.jline.reader.LineReader;

/**
 * What stands before an entry: {@code gantry:3> }, by whose number its result is {@code Out[3]} and
 * an error in it {@code gantry:3:1}. With the keys of vi also their mode.
 */
final class Prompt {
  private final IntSupplier lastEntry;
  private final Settings settings;

  Prompt(IntSupplier lastEntry, Settings settings) {
    this.lastEntry = lastEntry;
    this.settings = settings;
  }

  /**
   * @param keys the name of JLine's map of keys
   */
  String text(String keys) {
    String mode = keys.equals(LineReader.VICMD) ? "(cmd)" : "(ins)";
    boolean vi = settings.get(Setting.EDITING_MODE).equals("vi");
    return "gantry:" + (lastEntry.getAsInt() + 1) + (vi ? mode : "") + "> ";
  }
}
