package dev.gantry.shell;

import dev.gantry.script.Outcome;
import dev.gantry.script.Session;
import dev.gantry.shell.commands.CommandContext;
import dev.gantry.shell.commands.CommandLine;
import dev.gantry.shell.commands.Commands;
import dev.gantry.shell.printing.Console;
import dev.gantry.shell.reading.Input;
import dev.gantry.shell.reading.LineSource;
import dev.gantry.shell.running.EvaluationThread;
import dev.gantry.shell.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The loop: reads an entry, runs it or the command that it is, shows what came of it. Knows neither
 * a terminal nor Groovy.
 */
final class Shell implements CommandContext {
  private final Session session;
  private final EvaluationThread evaluation;
  private final Console console;
  private final Settings settings;
  private LineSource lines = Input.End::new;
  private @Nullable Throwable lastError;
  private boolean tracing;
  private @Nullable Integer exitStatus;

  Shell(Session session, EvaluationThread evaluation, Console console, Settings settings) {
    this.session = session;
    this.evaluation = evaluation;
    this.console = console;
    this.settings = settings;
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
        return 0;
      }
      if (input instanceof Input.Entry entry && !entry.text().isBlank()) {
        take(entry.text());
      }
    }
    return exitStatus;
  }

  private void take(String entry) {
    CommandLine.of(entry)
        .ifPresentOrElse(command -> Commands.run(command, this), () -> show(evaluation.run(entry)));
  }

  private void show(Outcome outcome) {
    if (outcome instanceof Outcome.Value given && given.value() != null) {
      show(evaluation.show(given.value()));
    } else if (outcome instanceof Outcome.Failed failed) {
      fail(failed);
    } else if (outcome instanceof Outcome.Exit exit) {
      leave(exit.status());
    } else if (outcome instanceof Outcome.Interrupted interrupted) {
      console.say("interrupted after " + seconds(interrupted.after()));
    } else if (outcome instanceof Outcome.LeftBehind left) {
      console.say(
          "left behind after " + seconds(left.after()) + ": it does not stop, and runs on unseen");
    }
  }

  private void fail(Outcome.Failed failed) {
    lastError = failed.error();
    console.error(tracing ? stackOf(failed.error()) : failed.message());
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
  public Session session() {
    return session;
  }

  @Override
  public void leave(int status) {
    exitStatus = status;
  }

  @Override
  public void trace(boolean on) {
    tracing = on;
  }

  @Override
  public @Nullable String lastStack() {
    return lastError == null ? null : stackOf(lastError);
  }

  private static String stackOf(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString().stripTrailing();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
