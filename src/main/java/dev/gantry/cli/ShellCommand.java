package dev.gantry.cli;

import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptSettings;
import dev.gantry.shell.InteractiveShell;
import dev.gantry.shell.ShellSettings;
import dev.gantry.shell.printing.PrintStyle;
import dev.gantry.shell.running.ShellScreen;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Opens the interactive shell. */
final class ShellCommand {
  private final Surroundings surroundings;
  private final IntConsumer exitProcess;
  private final Map<String, ?> bindings;

  ShellCommand(Surroundings surroundings, IntConsumer exitProcess) {
    this(surroundings, exitProcess, Map.of());
  }

  private ShellCommand(
      Surroundings surroundings, IntConsumer exitProcess, Map<String, ?> bindings) {
    this.surroundings = surroundings;
    this.exitProcess = exitProcess;
    this.bindings = bindings;
  }

  /** The same with more names to be seen. */
  ShellCommand with(Map<String, ?> more) {
    return new ShellCommand(surroundings, exitProcess, more);
  }

  /**
   * Runs the shell until the person leaves.
   *
   * @return what the process is to end with
   */
  int run(Options options) {
    ShellScreen screen = new ShellScreen(options.safety().marks(surroundings.env()));
    Surroundings routed =
        surroundings.with(routed(screen, surroundings.out()), routed(screen, surroundings.err()));
    InputStream in = System.in;
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setIn(screen.typed());
    System.setOut(routed.out());
    System.setErr(routed.err());
    try {
      return run(options, screen, routed);
    } finally {
      System.setIn(in);
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** What threads of the user's print must not run into the line that is being typed. */
  private static PrintStream routed(ShellScreen screen, PrintStream direct) {
    return new PrintStream(screen.routed(direct), true, StandardCharsets.UTF_8);
  }

  private int run(Options options, ShellScreen screen, Surroundings routed) {
    Cancellation cancellation = new Cancellation();
    ScriptObjects objects = new ScriptObjects(routed, options, cancellation, screen);
    PrintStyle style = options.display().style(surroundings);
    try {
      return InteractiveShell.run(
          new ShellSettings(
              new ScriptSettings(names(objects), options.grab(), exitProcess),
              ScriptObjects.types(),
              new ShellSettings.Surface(
                  style.format(), style.colors(), history(surroundings.env()), surroundings.env()),
              screen,
              new ShellSettings.Around(
                  new ShellErrands(surroundings, options, objects, exitProcess), options.init()),
              cancellation));
    } finally {
      cancellation.cancel();
      cancellation.end();
    }
  }

  private Map<String, Supplier<?>> names(ScriptObjects objects) {
    Map<String, Supplier<?>> names = new HashMap<>(objects.suppliers());
    bindings.forEach((name, value) -> names.put(name, () -> value));
    return names;
  }

  /** XDG Base Directory Specification 0.8: state that should outlive the program. */
  static Path history(Map<String, String> env) {
    String state = env.getOrDefault("XDG_STATE_HOME", "");
    Path folder =
        state.isEmpty()
            ? Path.of(env.getOrDefault("HOME", System.getProperty("user.home")), ".local", "state")
            : Path.of(state);
    return folder.resolve("gantry").resolve("history");
  }
}
