package dev.gantry.cli;

import dev.gantry.script.ScriptLog;
import dev.gantry.script.ScriptLog.Level;
import dev.gantry.script.ScriptRunner;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.ScriptSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Runs a file, a one-liner or standard input, and prints the value of a one-liner. */
final class ScriptCommand {
  private final Surroundings surroundings;
  private final IntConsumer exitProcess;

  ScriptCommand(Surroundings surroundings, IntConsumer exitProcess) {
    this.surroundings = surroundings;
    this.exitProcess = exitProcess;
  }

  void run(Options options) {
    ScriptSource source = source(options);
    ScriptRunner runner =
        new ScriptRunner(new ScriptSettings(objects(options), options.grab(), exitProcess));
    Object value = runner.run(source, options.args());
    if (options.expression() != null && value != null) {
      surroundings.out().println(value);
    }
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
