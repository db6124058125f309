package dev.gantry.shell.commands;

import dev.gantry.GantryException;
import dev.gantry.UsageException;
import dev.gantry.script.Outcome;
import dev.gantry.script.ScriptExit;
import dev.gantry.script.ScriptSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code /load}, {@code /run} and {@code /save}: scripts in and out of the session. */
public final class FileCommands {
  private FileCommands() {}

  static void load(CommandContext shell, String argument) {
    List<String> words = new ArrayList<>(Arguments.words(argument));
    boolean watch = words.remove("-w");
    if (words.size() != 1) {
      shell.console().error("/load takes a file: /load tools.groovy; -w: again when it changes");
      return;
    }
    Path file = Arguments.file(words.get(0));
    load(shell, file);
    if (watch && Files.exists(file)) {
      shell.watched().add(file);
      shell.console().say(file + " is loaded again whenever it has changed");
    } else {
      shell.watched().remove(file);
    }
  }

  /**
   * Runs the text of a file as one entry of the session: what it declares stays, or nothing of it.
   */
  public static void load(CommandContext shell, Path file) {
    ScriptSource source = ScriptSource.file(file);
    if (shell.perform("load " + file, () -> withoutValue(shell.session().evaluate(source)))) {
      shell.log().comment("from " + file);
      shell.log().ran(0, source.text(), false);
    }
  }

  private static Outcome withoutValue(Outcome outcome) {
    return outcome instanceof Outcome.Value ? new Outcome.Value(null) : outcome;
  }

  static void run(CommandContext shell, String argument) {
    List<String> words = Arguments.words(argument);
    if (words.isEmpty()) {
      shell.console().error("/run takes a script and its arguments: /run nightly.groovy --days 3");
      return;
    }
    String file = Arguments.file(words.get(0)).toString();
    shell.log().comment("left out: /run " + file);
    shell.perform("run " + file, () -> run(shell, file, words.subList(1, words.size())));
  }

  /** A script that ends by {@code exit} does not end the shell. */
  private static Outcome run(CommandContext shell, String file, List<String> args) {
    try {
      shell.outside().run(file, args);
      return new Outcome.Value(null);
    } catch (ScriptExit exit) {
      return exit.status() == 0
          ? new Outcome.Value(null)
          : new Outcome.Failed("exit status " + exit.status(), exit);
    } catch (GantryException e) {
      return new Outcome.Failed(String.valueOf(e.getMessage()), e);
    }
  }

  static void save(CommandContext shell, String argument) {
    List<String> words = new ArrayList<>(Arguments.words(argument));
    boolean force = words.remove("-f");
    if (words.size() != 1) {
      shell.console().error("/save takes a file: /save session.groovy; -f: over an older one");
      return;
    }
    Path file = Arguments.file(words.get(0));
    if (Files.exists(file) && !force) {
      shell.console().error(file + " is there already: /save -f " + words.get(0) + " replaces it");
      return;
    }
    try {
      Files.writeString(file, "#!/usr/bin/env gantry\n" + shell.log().script());
      int entries = shell.log().size();
      String what = entries == 1 ? "1 entry" : entries + " entries";
      shell.console().say(what + " saved: gantry " + file + " runs them again");
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot write " + file + ": there is no such folder");
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + e.getMessage());
    }
  }
}
