package dev.gantry.cli;

import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.cli.jshell.Evaluation;
import dev.gantry.cli.jshell.JavaShell;
import dev.gantry.dsl.Tty;
import dev.gantry.script.Cancellation;
import dev.gantry.shell.printing.PrintStyle;
import dev.gantry.shell.printing.ScreenSize;
import dev.gantry.shell.printing.ValuePrinter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Opens the JDK's own shell for Java, with the names of scripts in it. */
final class JShellCommand {
  /** Where snippets find it: JShell hands them nothing. */
  private static final AtomicReference<JShellCommand> CURRENT = new AtomicReference<>();

  private static final String GREETING =
      """
      JShell of Java %s with Gantry. docker is the engine: try docker.ps() or docker.getInfo()
      Options are maps: docker.ps(opts("all", true)). show(x) prints, Tab completes,
      Ctrl-C stops what runs, /help is JShell's own, /exit or Ctrl-D leaves.\
      """;

  private final Surroundings surroundings;
  private final Options options;
  private final Cancellation cancellation = new Cancellation();
  private final ScriptObjects objects;

  /**
   * @param surroundings the process; JShell itself reads what is typed, so that nothing else can
   *     ask there
   */
  JShellCommand(Surroundings surroundings, Options options) {
    this.surroundings = surroundings.without(Stream.IN);
    this.options = options;
    this.objects = new ScriptObjects(this.surroundings, options, cancellation, Tty.NONE);
  }

  /** The one that runs, or in a JShell that somebody else started one for its process. */
  static JShellCommand current() {
    JShellCommand running = CURRENT.get();
    return running == null ? alone() : running;
  }

  private static JShellCommand alone() {
    String options = System.getProperty("gantry.options", "").strip();
    String[] words = options.isEmpty() ? new String[0] : options.split("\\s+", -1);
    return new JShellCommand(Main.snippets(), CommandLineParser.parse(words));
  }

  /**
   * Runs JShell until the person leaves.
   *
   * @return what the process is to end with
   */
  int run() {
    CURRENT.set(this);
    objects.docker(); // who names an engine wrongly hears it now, and not at the first use
    greet();
    Evaluation evaluation =
        new Evaluation(
            this::style, surroundings.out(), cancellation, options.talk() == Options.Talk.VERBOSE);
    try {
      return JavaShell.run(evaluation, options.args());
    } finally {
      cancellation.end();
    }
  }

  /** Nothing before the output of a file. */
  private void greet() {
    if (options.args().isEmpty() && surroundings.isTerminal(Stream.OUT)) {
      surroundings.out().println(GREETING.formatted(Runtime.version().feature()));
    }
  }

  ScriptObjects objects() {
    return objects;
  }

  Map<String, String> env() {
    return Map.copyOf(surroundings.env());
  }

  /** Prints a value as the shell prints results. */
  void show(@Nullable Object value) {
    try {
      new ValuePrinter(style()).print(value, surroundings.out());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a PrintStream throws none
    }
    surroundings.out().flush();
  }

  /** The window may have changed since the last time. */
  private PrintStyle style() {
    PrintStyle style = options.display().style(surroundings);
    if (!style.terminal()) {
      return style;
    }
    try (ScreenSize screen = new ScreenSize()) {
      return PrintStyle.terminal(style.format(), screen.now().columns(), style.colors());
    }
  }
}
