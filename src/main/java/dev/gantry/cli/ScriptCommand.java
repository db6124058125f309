package dev.gantry.cli;

import dev.gantry.dsl.Notices;
import dev.gantry.json.Json;
import dev.gantry.script.ScriptLog;
import dev.gantry.script.ScriptLog.Level;
import dev.gantry.script.ScriptRunner;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.ScriptSource;
import dev.gantry.shell.ValuePrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Runs a file, a one-liner or standard input, and prints the value of a one-liner. */
final class ScriptCommand {
  private final Surroundings surroundings;
  private final ErrorPrinter errors;
  private final IntConsumer exitProcess;

  ScriptCommand(Surroundings surroundings, ErrorPrinter errors, IntConsumer exitProcess) {
    this.surroundings = surroundings;
    this.errors = errors;
    this.exitProcess = exitProcess;
  }

  void run(Options options) {
    ScriptSource source = source(options);
    ScriptRunner runner =
        new ScriptRunner(new ScriptSettings(objects(options), options.grab(), exitProcess));
    errors.watchThreads(runner::explain);
    Object value = runner.run(source, options.args());
    if (options.expression() != null && value != null) {
      print(value, options.display());
    }
  }

  private void print(Object value, Display display) {
    try {
      new ValuePrinter(display.style(surroundings)).print(value, surroundings.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a PrintStream throws none
    }
    surroundings.out().flush();
  }

  private ScriptSource source(Options options) {
    if (options.expression() != null) {
      return ScriptSource.expression(options.expression());
    }
    return options.script().equals("-")
        ? ScriptSource.standardInput(surroundings.in())
        : ScriptSource.file(Path.of(options.script()));
  }

  private Map<String, Supplier<?>> objects(Options options) {
    return Map.of(
        "docker", () -> new EngineObjects(surroundings.env()).docker(options.reach(), Notices.NONE),
        "json", () -> Json.class,
        "log", () -> new ScriptLog(surroundings.err(), level(options)),
        "env", () -> Map.copyOf(surroundings.env()));
  }

  private static Level level(Options options) {
    return switch (options.talk()) {
      case QUIET -> Level.WARN;
      case NORMAL -> Level.INFO;
      case VERBOSE -> Level.DEBUG;
    };
  }
}
