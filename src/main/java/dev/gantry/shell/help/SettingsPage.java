package dev.gantry.shell.help;

import dev.gantry.shell.settings.Setting;
import java.util.Arrays;
import java.util.List;

/** The topic {@code settings}: every key, what it may be and what it is unless chosen. */
final class SettingsPage {
  private SettingsPage() {}

  static Page page() {
    List<List<String>> rows =
        Arrays.stream(Setting.values())
            .map(
                it ->
                    List.of(
                        it.key(),
                        it.words().isEmpty() ? "any text" : String.join("|", it.words()),
                        it.help() + " [default " + it.usual() + "]"))
            .toList();
    return new Page().line("Settings: /set shows them, /set suggest off chooses.").rows(2, rows);
  }
}
