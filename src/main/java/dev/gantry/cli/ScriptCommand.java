package dev.gantry.cli;

import dev.gantry.json.Views;
import dev.gantry.script.Cancellation;
import dev.gantry.script.Displays;
import dev.gantry.script.ScriptRunner;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.ScriptSource;
import dev.gantry.shell.printing.ValuePrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

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
    Cancellation cancellation = new Cancellation();
    ScriptObjects objects =
        new ScriptObjects(surroundings, options, cancellation, new ScriptTty(surroundings));
    ScriptRunner runner =
        new ScriptRunner(new ScriptSettings(objects.suppliers(), options.grab(), exitProcess));
    errors.watchThreads(runner::explain);
    Interruption.guard(
        cancellation,
        () -> {
          Object value = runner.run(source, options.args());
          if (options.expression() != null && value != null) {
            print(value, options.display(), objects.displays());
          }
        });
  }

  private void print(Object value, Display display, Displays displays) {
    Views views = it -> displays.view(it, surroundings.err()::println);
    try {
      new ValuePrinter(display.style(surroundings), views).print(value, surroundings.out());
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
}
