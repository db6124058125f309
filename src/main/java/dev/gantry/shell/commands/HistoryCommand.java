package dev.gantry.shell.commands;

import dev.gantry.json.Printable;
import dev.gantry.shell.reading.Typed;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code /history}: shows what was typed and when, or takes in what other shells wrote. */
public final class HistoryCommand {
  private static final int SHOWN = 20;
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  /** As wide as a time, so that the lines of an entry stand below each other. */
  private static final String INDENT = "\n" + " ".repeat(18);

  /** How many, and what they contain. */
  private static final Pattern ARGUMENT = Pattern.compile("(\\d{1,9}(?=\\s|$))?\\s*(.*)");

  private HistoryCommand() {}

  static void run(CommandContext shell, String argument) {
    Matcher wanted = ARGUMENT.matcher(argument);
    if (argument.equals("--sync")) {
      sync(shell);
    } else if (argument.startsWith("--") || !wanted.matches()) {
      shell.console().error("/history takes a number, a text to look for, or --sync");
    } else {
      show(shell, wanted.group(1) == null ? "" : wanted.group(1), wanted.group(2));
    }
  }

  private static void show(CommandContext shell, String count, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Typed> found =
        shell.lines().history().stream()
            .filter(entry -> entry.text().toLowerCase(Locale.ROOT).contains(lower))
            // It would find itself.
            .filter(entry -> text.isEmpty() || !entry.text().startsWith("/history"))
            .toList();
    int most = count.isEmpty() ? SHOWN : Integer.parseInt(count);
    shell
        .console()
        .say(
            found.isEmpty()
                ? text.isEmpty() ? "nothing yet" : "nothing typed contains '" + text + "'"
                : found.stream()
                    .skip(Math.max(0, found.size() - (long) most))
                    .map(HistoryCommand::line)
                    .collect(Collectors.joining("\n")));
  }

  private static String line(Typed entry) {
    return when(entry.at()) + "  " + Printable.text(entry.text()).replace("\n", INDENT);
  }

  private static String when(Instant at) {
    return WHEN.format(at.atZone(ZoneId.systemDefault()));
  }

  private static void sync(CommandContext shell) {
    try {
      int added = shell.lines().sync();
      shell
          .console()
          .say(
              added == 0
                  ? "nothing new from other shells"
                  : added + (added == 1 ? " entry" : " entries") + " of other shells taken in");
    } catch (IOException e) {
      shell.console().error("cannot read the history: " + e.getMessage());
    }
  }
}
