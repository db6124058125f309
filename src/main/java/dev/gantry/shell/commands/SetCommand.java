package dev.gantry.shell.commands;

import dev.gantry.json.Tabular;
import dev.gantry.script.Outcome;
import dev.gantry.shell.settings.Setting;
import dev.gantry.shell.settings.Settings;
import dev.gantry.shell.settings.SettingsFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code /set}: shows what may be chosen, or chooses. */
final class SetCommand {
  private static final List<String> COLUMNS = List.of("KEY", "VALUE", "DEFAULT", "MAY BE", "WHAT");

  private SetCommand() {}

  static void run(CommandContext shell, String argument) {
    List<String> words = new ArrayList<>(Arguments.words(argument));
    boolean save = words.remove("--save");
    if (words.size() < 2 && !save) {
      show(shell, words);
      return;
    }
    if (words.size() < 2) {
      shell.console().error("/set --save takes a key and a value: /set --save pager off");
      return;
    }
    String key = words.get(0);
    String value = String.join(" ", words.subList(1, words.size()));
    shell.settings().set(key, value);
    if (save) {
      SettingsFile file = shell.settingsFile();
      file.save(shell.settings().require(key), value);
      shell.console().say("saved in " + file.path());
    }
  }

  private static void show(CommandContext shell, List<String> words) {
    Settings settings = shell.settings();
    words.forEach(settings::require);
    List<Map<String, String>> rows =
        Arrays.stream(Setting.values())
            .filter(setting -> words.isEmpty() || setting.key().equals(words.get(0)))
            .map(setting -> row(setting, settings.get(setting)))
            .toList();
    shell.perform("set", () -> new Outcome.Value(Tabular.of(COLUMNS, rows)));
  }

  private static Map<String, String> row(Setting setting, String value) {
    return Map.of(
        "KEY",
        setting.key(),
        "VALUE",
        value,
        "DEFAULT",
        setting.usual(),
        "MAY BE",
        String.join(", ", setting.words()),
        "WHAT",
        setting.help());
  }
}
