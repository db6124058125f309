package dev.gantry.cli;

import dev.gantry.UsageException;
import dev.gantry.cli.EngineObjects.Listeners;
import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.cli.progress.StderrNotices;
import dev.gantry.cli.reach.Reach;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.dsl.Prompt;
import dev.gantry.dsl.ScriptJson;
import dev.gantry.dsl.Tty;
import dev.gantry.script.Cancellation;
import dev.gantry.script.Displays;
import dev.gantry.script.ScriptLog;
import dev.gantry.script.ScriptLog.Level;
import dev.gantry.shell.running.Keyboard;
import dev.gantry.shell.running.ShellScreen;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The names that scripts and the shell see, each made when it is first used. */
final class ScriptObjects {
  private final Surroundings surroundings;
  private final Options options;
  private final Cancellation cancellation;
  private final Notices notices;
  private final Tty tty;
  private final Displays displays = new Displays();

  /**
   * The names by what the command line says.
   *
   * @param cancellation closes what waits on the engine
   * @param tty what is handed to programs in containers
   */
  ScriptObjects(Surroundings surroundings, Options options, Cancellation cancellation, Tty tty) {
    this.tty = tty;
    this.surroundings = surroundings;
    this.options = options;
    this.cancellation = cancellation;
    this.notices = notices();
  }

  Map<String, Supplier<?>> suppliers() {
    return Map.of(
        "docker",
        this::docker,
        "json",
        ScriptJson::new,
        "log",
        this::log,
        "env",
        () -> Map.copyOf(surroundings.env()),
        "display",
        () -> displays);
  }

  /** How the user's own types are shown. */
  Displays displays() {
    return displays;
  }

  /** The classes behind the names, so that the shell can complete them before their first use. */
  static Map<String, Class<?>> types() {
    return Map.of("docker", Docker.class, "json", ScriptJson.class);
  }

  /** The engine that the command line means. */
  Docker docker() {
    return docker(options.reach());
  }

  /** The engine that is meant. */
  Docker docker(Reach reach) {
    Listeners listeners = new Listeners(trace(), rehearsal(), log()::debug);
    EngineObjects engines =
        new EngineObjects(surroundings.env(), options.safety(), listeners, cancellation);
    try {
      Prompt prompt = new TerminalPrompt(surroundings, keyboard(), agrees());
      return engines.first(reach, notices, prompt, streams());
    } catch (UsageException e) {
      throw new ReachException(e);
    }
  }

  private Keyboard keyboard() {
    return tty instanceof ShellScreen shell ? shell : new SttyKeyboard(surroundings.in());
  }

  private ProcessStreams streams() {
    return new ProcessStreams(
        surroundings, options.expression() == null && options.script().equals("-"), tty);
  }

  private @Nullable Consumer<String> trace() {
    String file = options.safety().trace();
    if (file == null) {
      return null;
    }
    return file.isEmpty() ? lines() : TraceFile.open(file);
  }

  private @Nullable Consumer<String> rehearsal() {
    return options.safety().dryRun() ? lines() : null;
  }

  /** On standard error, beside what is shown in place; what was asked for is never too much. */
  private Consumer<String> lines() {
    return options.talk() == Options.Talk.QUIET
        ? surroundings.err()::println
        : text -> text.lines().forEach(notices::say);
  }

  /** A rehearsal destroys nothing. */
  private boolean agrees() {
    return options.safety().yes() || options.safety().dryRun();
  }

  ScriptLog log() {
    return new ScriptLog(surroundings.err(), level());
  }

  private Notices notices() {
    return options.talk() == Options.Talk.QUIET
        ? Notices.NONE
        : new StderrNotices(surroundings.err(), this::isLive);
  }

  /** A terminal that can move its cursor; jobs print line by line. */
  private boolean isLive() {
    boolean beside = tty instanceof ShellScreen shell && shell.isBackground();
    return !beside
        && surroundings.isTerminal(Stream.ERR)
        && !surroundings.env().getOrDefault("TERM", "dumb").equals("dumb");
  }

  private Level level() {
    return switch (options.talk()) {
      case QUIET -> Level.WARN;
      case NORMAL -> Level.INFO;
      case VERBOSE -> Level.DEBUG;
    };
  }
}
