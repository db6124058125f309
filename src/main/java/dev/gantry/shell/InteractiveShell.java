package dev.gantry.shell;

import dev.gantry.UsageException;
import dev.gantry.script.Session;
import dev.gantry.shell.commands.Aliases;
import dev.gantry.shell.commands.CommandCompletion;
import dev.gantry.shell.completion.Completion;
import dev.gantry.shell.completion.JLineCompleter;
import dev.gantry.shell.completion.TypingHint;
import dev.gantry.shell.help.Help;
import dev.gantry.shell.help.HelpFunction;
import dev.gantry.shell.help.HelpKey;
import dev.gantry.shell.printing.Console;
import dev.gantry.shell.printing.Outlet;
import dev.gantry.shell.printing.TerminalConsole;
import dev.gantry.shell.reading.JLineLineSource;
import dev.gantry.shell.reading.ProjectFolder;
import dev.gantry.shell.reading.Reading;
import dev.gantry.shell.running.EvaluationThread;
import dev.gantry.shell.running.Jobs;
import dev.gantry.shell.running.Keys;
import dev.gantry.shell.running.ShellScreen;
import dev.gantry.shell.running.StatusLine;
import dev.gantry.shell.running.Timing;
import dev.gantry.shell.settings.ConfigFolder;
import dev.gantry.shell.settings.Setting;
import dev.gantry.shell.settings.Settings;
import dev.gantry.shell.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.codehaus.groovy.runtime.MethodClosure;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** The shell at a person's terminal: puts the parts together and takes them down again. */
public final class InteractiveShell {
  private static final String GREETING =
      """
      docker is the engine: docker.ps(all: true) lists; Tab shows what else there is.
      ?docker.run tells of a verb, ?exec of a word you know; /find searches, /help.
      /tour shows you around, changing nothing. Ctrl-C stops, Ctrl-D leaves.\
      """;

  private InteractiveShell() {}

  /**
   * Runs the shell on the process's own terminal until the person leaves.
   *
   * @return 0, or what {@code exit(n)} asked for
   * @throws UsageException there is no terminal to be had
   */
  public static int run(ShellSettings settings) {
    SessionStart start = new SessionStart(settings.script());
    // Asking the terminal for grapheme clusters costs half a second where it does not answer.
    try (Terminal terminal =
        TerminalBuilder.builder().system(true).dumb(true).graphemeCluster(false).build()) {
      return terminal.getType().startsWith(Terminal.TYPE_DUMB)
          ? runDumb(terminal, settings, start)
          : run(terminal, settings, start);
    } catch (IOException e) {
      throw new UsageException("cannot use the terminal: " + e.getMessage());
    }
  }

  /** JLine sees to the process's signals for every terminal but this kind (4.5.0). */
  private static int runDumb(Terminal terminal, ShellSettings settings, SessionStart start) {
    Object former = Signals.register("INT", () -> terminal.raise(Signal.INT));
    try {
      return run(terminal, settings, start);
    } finally {
      Signals.unregister("INT", former);
    }
  }

  static int run(Terminal terminal, ShellSettings settings, SessionStart start) {
    settings.screen().open(terminal);
    Session session = start.session();
    Settings chosen = new Settings();
    Path config = ConfigFolder.of(settings.surface().env());
    SettingsFile file = new SettingsFile(config.resolve("config.toml"));
    Console console = new TerminalConsole(terminal, settings, chosen, outlet(settings.screen()));
    Jobs jobs = new Jobs(session, console, settings.cancellation(), settings.screen());
    session.offer("job", () -> new MethodClosure(jobs, "start"));
    session.offer("time", () -> new MethodClosure(new Timing(console), "time"));
    EvaluationThread evaluation = new EvaluationThread(session, console, jobs);
    new Keys(terminal, settings.screen()).heed(evaluation);
    if (!Files.exists(settings.surface().history())) {
      console.say(GREETING);
    }
    file.load(chosen).forEach(console::error);
    Aliases.hidden(chosen.aliases().keySet()).forEach(console::error);
    CommandCompletion commands = new CommandCompletion(chosen);
    Completion completion = new Completion(session.variables(), settings.types(), commands);
    session.lookElsewhere(completion::called);
    ShellSettings.Surface surface = settings.surface();
    JLineCompleter completer = new JLineCompleter(completion, () -> chosen.is(Setting.ICONS));
    JLineLineSource lines =
        new JLineLineSource(
            new Reading(terminal, session, chosen, surface.colors(), surface.env()),
            completer,
            commands::isCommand);
    lines.explainNothing(completer::whyNothing);
    settings.screen().typedAt(lines.reader(), surface.colors());
    lines.openHistory(surface.history(), project(surface), console);
    help(session, console, lines.reader());
    warmUpBehindThePrompt(
        lines.reader(),
        () -> {
          Session.warmUp();
          completion.warmUp();
          lines.warmUp();
        });
    lines.showBelow(
        new StatusLine(
            evaluation,
            new StatusLine.About(
                settings.screen().marks(),
                () -> session.variables().getVariable("docker"),
                surface.colors()),
            () -> chosen.is(Setting.STATUS),
            new TypingHint(lines.reader(), completion)));
    Shell shell =
        new Shell(
            session,
            evaluation,
            console,
            new Shell.Parts(chosen, file, settings.around().outside()));
    Path init = config.resolve("init.groovy");
    try {
      if (settings.around().init() && Files.exists(init)) {
        shell.startWith(init);
      }
      return shell.run(lines);
    } finally {
      jobs.end();
    }
  }

  private static Outlet outlet(ShellScreen screen) {
    return new Outlet(screen::writer, screen::isBackground, () -> screen.alone()::close);
  }

  /** By a key, and by a name of ours that entries call. */
  private static void help(Session session, Console console, LineReader reader) {
    Help help = new Help(session.variables());
    HelpKey.bind(reader, help, page -> console.shown(page.text(console.columns())));
    session.offer(
        "help",
        () ->
            new HelpFunction(
                help,
                session.variables().getVariables(),
                page -> console.say(page.text(console.columns()))));
  }

  private static Optional<Path> project(ShellSettings.Surface surface) {
    String home = surface.env().getOrDefault("HOME", System.getProperty("user.home"));
    return ProjectFolder.history(Path.of("").toAbsolutePath(), Path.of(home));
  }

  /** The classes of the compiler take longer to load than all that comes before the prompt. */
  private static void warmUpBehindThePrompt(LineReader reader, Runnable loading) {
    Thread warmUp = new Thread(loading, "warm-up");
    warmUp.setDaemon(true);
    reader
        .getWidgets()
        .put(
            LineReader.CALLBACK_INIT,
            () -> {
              if (warmUp.getState() == Thread.State.NEW) {
                warmUp.start();
              }
              return true;
            });
  }
}
