package dev.gantry.shell.commands;

import dev.gantry.DidYouMean;
import dev.gantry.script.Outcome;
import dev.gantry.shell.help.Help;
import dev.gantry.shell.help.Page;
import dev.gantry.shell.help.Search;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /help}, {@code ?name} and {@code /find}. */
public final class HelpCommand {
  private HelpCommand() {}

  /** {@code /help} alone is the overview; with a word, a command, a topic or what it names. */
  static void help(CommandContext shell, String words) {
    if (words.isEmpty()) {
      show(shell, overview());
    } else if (words.equals("commands")) {
      show(shell, commands());
    } else if (words.startsWith("/")) {
      command(shell, words.substring(1).strip());
    } else if (CommandLine.leaves(words, shell.session().variables())) {
      command(shell, words);
    } else {
      Help help = new Help(shell.session().variables());
      help.topicOr(words)
          .ifPresentOrElse(
              page -> show(shell, page), () -> shell.console().error(help.nothingOn(words)));
    }
  }

  /** {@code ?docker.run}: a variable of that name comes before a topic. */
  static void about(CommandContext shell, String path) {
    Help help = new Help(shell.session().variables());
    if (path.isEmpty()
        || path.startsWith("/")
        || path.equals("commands")
        || CommandLine.leaves(path, shell.session().variables())) {
      help(shell, path);
    } else {
      help.about(path)
          .ifPresentOrElse(
              page -> show(shell, page), () -> shell.console().error(help.nothingOn(path)));
    }
  }

  static void find(CommandContext shell, String words) {
    if (words.isEmpty()) {
      shell.console().error("/find takes a word, as in /find restart");
    } else {
      show(shell, Search.find(words));
    }
  }

  private static void command(CommandContext shell, String name) {
    Commands.all().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .ifPresentOrElse(
            it -> shell.console().say(it.usage() + "\n  " + it.help()),
            () ->
                shell
                    .console()
                    .error("no command /" + name + DidYouMean.hint(name, Commands.names())));
  }

  private static Page overview() {
    String names =
        Commands.all().stream().map(it -> "/" + it.name()).collect(Collectors.joining(" "));
    return Help.overview().text(0, "Commands: " + names);
  }

  private static Page commands() {
    return new Page()
        .line("Commands. /help /run tells of one; a blank before / makes the entry Groovy.")
        .rows(2, Commands.all().stream().map(it -> List.of(it.usage(), it.help())).toList());
  }

  /** As a result, so that what is longer than the screen is read in the pager. */
  private static void show(CommandContext shell, Page page) {
    String text = shell.console().shown(page.text(shell.console().columns()));
    shell.perform("help", () -> new Outcome.Value(text));
  }
}
