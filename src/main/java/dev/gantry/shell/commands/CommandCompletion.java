package dev.gantry.shell.commands;

import dev.gantry.shell.completion.SlashCommands;
import dev.gantry.shell.completion.Suggestion;
import dev.gantry.shell.settings.Setting;
import dev.gantry.shell.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The table of commands for completion: what a word may be is read from the command's usage. */
public final class CommandCompletion implements SlashCommands {
  private final Settings settings;

  /** Of a shell without aliases. */
  public CommandCompletion() {
    this(new Settings());
  }

  /**
   * @param settings where the user's own commands are
   */
  public CommandCompletion(Settings settings) {
    this.settings = settings;
  }

  @Override
  public boolean isCommand(String entry) {
    return CommandLine.of(entry, settings.aliases().keySet()).isPresent();
  }

  @Override
  public List<Suggestion> names() {
    return Stream.concat(
            Commands.all().stream()
                .map(command -> new Suggestion("/" + command.name(), "commands", command.help())),
            settings.aliases().entrySet().stream()
                .map(alias -> new Suggestion("/" + alias.getKey(), "aliases", alias.getValue())))
        .toList();
  }

  @Override
  public Arguments arguments(String entry) {
    String[] typed = entry.split("\\s+", -1);
    String[] usage = usage(typed[0].substring(1)).split("\\s+", -1);
    int place = typed.length - 1;
    String word = place < usage.length ? usage[place].replaceAll("[\\[\\]<>…]", "") : "";
    return switch (word) {
      case "" -> NONE;
      case "file", "folder" -> new Arguments(List.of("@files"), List.of());
      case "engine", "context" -> new Arguments(List.of("@contexts"), List.of());
      case "name" -> new Arguments(List.of("@variables"), List.of());
      case "key" -> new Arguments(List.of(), keys());
      case "value" -> new Arguments(List.of(), values(typed[place - 1]));
      default -> word.contains("|") ? new Arguments(List.of(), words(word)) : NONE;
    };
  }

  private static String usage(String name) {
    return Commands.all().stream()
        .filter(command -> command.name().equals(name))
        .map(ShellCommand::usage)
        .findFirst()
        .orElse("");
  }

  private static List<Suggestion> keys() {
    return Arrays.stream(Setting.values())
        .map(it -> new Suggestion(it.key(), "settings", it.help()))
        .toList();
  }

  private static List<Suggestion> values(String key) {
    Setting setting = Setting.of(key);
    return setting == null
        ? List.of()
        : setting.words().stream()
            .map(it -> new Suggestion(it, "values", it.equals(setting.usual()) ? "default" : ""))
            .toList();
  }

  private static List<Suggestion> words(String alternatives) {
    return Stream.of(alternatives.split("\\|", -1))
        .map(it -> new Suggestion(it, "values", ""))
        .toList();
  }
}
