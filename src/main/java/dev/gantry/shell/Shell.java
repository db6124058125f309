package dev.gantry.shell;

import dev.gantry.UsageException;
import dev.gantry.script.Outcome;
import dev.gantry.script.Session;
import dev.gantry.script.SessionLog;
import dev.gantry.shell.commands.CommandContext;
import dev.gantry.shell.commands.CommandLine;
import dev.gantry.shell.commands.Commands;
import dev.gantry.shell.commands.FileCommands;
import dev.gantry.shell.commands.Outside;
import dev.gantry.shell.commands.WatchedFiles;
import dev.gantry.shell.help.Folding;
import dev.gantry.shell.printing.Console;
import dev.gantry.shell.printing.Stacks;
import dev.gantry.shell.reading.Input;
import dev.gantry.shell.reading.LineSource;
import dev.gantry.shell.reading.Secrets;
import dev.gantry.shell.running.EvaluationThread;
import dev.gantry.shell.running.Job;
import dev.gantry.shell.running.Jobs;
import dev.gantry.shell.running.Spent;
import dev.gantry.shell.settings.Settings;
import dev.gantry.shell.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The loop: reads an entry, runs it or the command that it is, shows what came of it. Knows neither
 * a terminal nor Groovy.
 */
final class Shell implements CommandContext {
  private final Session session;
  private final EvaluationThread evaluation;
  private final Console console;
  private final Parts parts;
  private final Settings settings;
  private LineSource lines = Input.End::new;
  private @Nullable Throwable lastError;
  private final SessionLog log = new SessionLog();
  private final WatchedFiles watched = new WatchedFiles();
  private String engine = "";
  private boolean tracing;
  private boolean warned;
  private @Nullable Integer exitStatus;

  /**
   * What commands work with beside the session.
   *
   * @param settings what was chosen
   * @param file where choices are kept
   * @param outside what only the program around the shell can do
   */
  record Parts(Settings settings, SettingsFile file, Outside outside) {}

  Shell(Session session, EvaluationThread evaluation, Console console, Parts parts) {
    this.session = session;
    this.evaluation = evaluation;
    this.console = console;
    this.parts = parts;
    this.settings = parts.settings();
  }

  /**
   * Runs until the lines end or an entry asks to leave.
   *
   * @return the exit status
   */
  int run(LineSource source) {
    lines = source;
    while (exitStatus == null) {
      Input input = lines.next();
      if (input instanceof Input.End) {
        leave(0);
      } else if (input instanceof Input.Entry entry && !entry.text().isBlank()) {
        boolean warnedBefore = warned;
        take(entry.text());
        warned &= !warnedBefore;
      }
    }
    return exitStatus;
  }

  private void take(String entry) {
    watched.changed().forEach(file -> shown(() -> FileCommands.load(this, file)));
    enter(entry);
  }

  @Override
  public void enter(String entry) {
    command(entry).ifPresentOrElse(command -> Commands.run(command, this), () -> run(entry));
  }

  private Optional<CommandLine> command(String entry) {
    return CommandLine.leaves(entry, session.variables())
        ? Optional.of(new CommandLine(entry.strip(), ""))
        : CommandLine.of(entry, settings.aliases().keySet());
  }

  private void run(String entry) {
    Outcome outcome = evaluation.run(entry);
    if (outcome instanceof Outcome.Value given) {
      note(entry, given.value() != null);
    }
    boolean quiet = outcome instanceof Outcome.Value && session.wasLoop();
    show(quiet ? new Outcome.Value(null) : outcome);
  }

  private void note(String entry, boolean gave) {
    int number = session.lastEntry();
    if (Secrets.isIn(entry)) {
      log.comment("left out: entry " + number + ", which has a secret in it");
    } else {
      log.ran(number, entry, gave);
    }
  }

  @Override
  public boolean perform(String name, Supplier<Outcome> work) {
    Outcome outcome = evaluation.perform(name, work);
    show(outcome);
    return outcome instanceof Outcome.Value;
  }

  /** Runs the start-up file. Whatever is wrong with it, the prompt comes. */
  void startWith(Path file) {
    shown(() -> FileCommands.load(this, file));
  }

  private void shown(Runnable loading) {
    try {
      loading.run();
    } catch (UsageException e) {
      console.error(String.valueOf(e.getMessage()));
    }
  }

  private void show(Outcome outcome) {
    if (outcome instanceof Outcome.Value given && given.value() != null) {
      show(evaluation.show(given.value()));
    } else if (outcome instanceof Outcome.Value && !session.missedKey().isEmpty()) {
      String missed = session.missedKey();
      console.say(Folding.fold("null: ", "  ", missed, console.columns()).stripTrailing());
    } else if (outcome instanceof Outcome.Failed failed) {
      fail(failed);
    } else if (outcome instanceof Outcome.Exit exit) {
      leave(exit.status());
    } else if (outcome instanceof Outcome.Interrupted interrupted) {
      console.say("interrupted after " + Spent.text(interrupted.after()));
    }
  }

  private void fail(Outcome.Failed failed) {
    lastError = failed.error();
    console.error(tracing ? Stacks.of(failed.error()) : failed.message());
  }

  @Override
  public Console console() {
    return console;
  }

  @Override
  public LineSource lines() {
    return lines;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public SettingsFile settingsFile() {
    return parts.file();
  }

  @Override
  public Outside outside() {
    return parts.outside();
  }

  @Override
  public SessionLog log() {
    return log;
  }

  @Override
  public WatchedFiles watched() {
    return watched;
  }

  @Override
  public String engine() {
    return engine;
  }

  @Override
  public void engine(String nameOrUrl) {
    engine = nameOrUrl;
  }

  @Override
  public Session session() {
    return session;
  }

  @Override
  public Jobs jobs() {
    return evaluation.jobs();
  }

  @Override
  public void bringBack(Job job) {
    show(evaluation.bringBack(job));
  }

  @Override
  public void time(String entry) {
    run(entry);
    console.say("took " + Spent.text(evaluation.last()));
  }

  @Override
  public void leave(int status) {
    List<Job> running = jobs().running();
    if (running.isEmpty() || warned) {
      exitStatus = status;
      return;
    }
    warned = true;
    console.say(
        running.stream().map(Job::toString).collect(Collectors.joining(", "))
            + (running.size() == 1 ? " still runs" : " still run")
            + ": leave once more to end "
            + (running.size() == 1 ? "it" : "them"));
  }

  @Override
  public void trace(boolean on) {
    tracing = on;
  }

  @Override
  public @Nullable String lastStack() {
    return lastError == null ? null : Stacks.of(lastError);
  }
}
