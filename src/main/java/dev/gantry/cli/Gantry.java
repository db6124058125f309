package dev.gantry.cli;

import dev.gantry.GantryException;
import dev.gantry.cli.EngineObjects.Listeners;
import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.cli.reach.Reach;
import dev.gantry.cli.secure.SecureRemote;
import dev.gantry.script.Cancellation;
import dev.gantry.script.ScriptExit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** The command: does what the options say and answers with the exit status. */
public final class Gantry {
  private final Surroundings surroundings;
  private final IntConsumer exitProcess;

  /**
   * @param exitProcess ends the process at once, for {@code exit} in a thread of a script
   */
  Gantry(Surroundings surroundings, IntConsumer exitProcess) {
    this.surroundings = surroundings;
    this.exitProcess = exitProcess;
  }

  /**
   * Opens the shell within a program of somebody else, on the terminal of this process, and waits
   * until the person leaves. The process lives on, with its streams as they were.
   *
   * @param bindings names that are seen beside {@code docker} and the others, or instead of them
   * @param args the options of the command, such as {@code --host}; no script
   * @return 0, what {@code exit(n)} asked for, or 1 to 3 as for the command, with the reason on
   *     standard error
   */
  public static int shell(Map<String, ?> bindings, String... args) {
    Surroundings here = Main.here();
    try {
      return new ShellCommand(here, status -> {}).with(bindings).run(options(args));
    } catch (GantryException e) {
      return new ErrorPrinter(here).print(e).code();
    }
  }

  /** Never throws: what goes wrong is printed to standard error and becomes the status. */
  int run(String... args) {
    ErrorPrinter errors = new ErrorPrinter(surroundings);
    try {
      if (answersAtOnce(args)) {
        return ExitStatus.OK.code();
      }
      if (args.length > 0 && args[0].equals(CommandLineParser.SECURE_REMOTE)) {
        return secureRemote(List.of(args).subList(1, args.length));
      }
      Options options = options(args);
      errors.verbose(options.talk() == Options.Talk.VERBOSE);
      int status = perform(options, errors);
      surroundings.out().flush();
      return status;
    } catch (ScriptExit e) {
      return e.status();
    } catch (Throwable e) {
      return errors.print(e).code();
    }
  }

  /** Picocli looks for Groovy's Closure, which takes longer than these two answers. */
  private boolean answersAtOnce(String... args) {
    String only = args.length == 1 ? args[0] : "";
    switch (only) {
      case "-h", "--help" -> surroundings.out().print(Help.text());
      case "-V", "--version" -> surroundings.out().println(version(Reach.UNSAID));
      default -> {
        return false;
      }
    }
    surroundings.out().flush();
    return true;
  }

  /** Picocli's classes are too old for an archive, and would keep the shell waiting. */
  private static Options options(String... args) {
    return args.length == 0 ? Options.UNSAID : CommandLineParser.parse(args);
  }

  private String version(Reach reach) {
    return ask(engines -> Version.text(engines, reach));
  }

  /** Lets something ask engines, and ends what that left. */
  private <T> T ask(Function<EngineObjects, T> question) {
    Cancellation cancellation = new Cancellation();
    try {
      return question.apply(
          new EngineObjects(surroundings.env(), Safety.UNSAID, Listeners.NONE, cancellation));
    } finally {
      cancellation.end();
    }
  }

  private int secureRemote(List<String> args) {
    boolean all = new SecureRemote(surroundings.env(), surroundings.out()).run(args);
    surroundings.out().flush();
    return (all ? ExitStatus.OK : ExitStatus.FAILED).code();
  }

  private int perform(Options options, ErrorPrinter errors) {
    switch (options.action()) {
      case HELP -> surroundings.out().print(Help.text());
      case VERSION -> surroundings.out().println(version(options.reach()));
      case SCRIPT -> new ScriptCommand(surroundings, errors, exitProcess).run(options);
      case DOCTOR -> {
        return ask(engines -> new DoctorCommand(surroundings, engines).run(options)).code();
      }
      case JSHELL -> {
        return new JShellCommand(surroundings, options).run();
      }
      case SHELL -> {
        return shell(options, errors);
      }
    }
    return ExitStatus.OK.code();
  }

  /** Without a person at the terminal there is no shell: what comes in is a script. */
  private int shell(Options options, ErrorPrinter errors) {
    if (surroundings.isTerminal(Stream.IN)) {
      int status = new ShellCommand(surroundings, exitProcess).run(options);
      surroundings.out().flush();
      exitProcess.accept(status); // whatever threads of the user's still run
      return status;
    }
    new ScriptCommand(surroundings, errors, exitProcess).run(options);
    return ExitStatus.OK.code();
  }
}
