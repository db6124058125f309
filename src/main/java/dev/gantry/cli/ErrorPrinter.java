package dev.gantry.cli;

import dev.gantry.GantryException;
import dev.gantry.UsageException;
import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.script.ScriptExit;
import dev.gantry.transport.ConnectionException;
import java.io.PrintStream;
import java.util.function.UnaryOperator;

/** Shows an error to a person: its sentence, and the stack only when asked for. */
final class ErrorPrinter {
  private final PrintStream err;
  private final boolean person;
  private boolean verbose;

  ErrorPrinter(Surroundings surroundings) {
    this.err = surroundings.err();
    this.person = surroundings.isTerminal(Stream.ERR);
  }

  /** Whether to show the whole stack too. */
  void verbose(boolean on) {
    verbose = on;
  }

  /** Prints an error and says what status the process should end with. */
  ExitStatus print(Throwable error) {
    boolean ours = error instanceof GantryException;
    err.println("gantry: " + (ours ? error.getMessage() : error.toString()));
    if (verbose) {
      error.printStackTrace(err);
    }
    ExitStatus status = status(error);
    if (person && status == ExitStatus.NO_ENGINE) {
      err.println("gantry --doctor, with the same options, tells more");
    }
    err.flush();
    return status;
  }

  /**
   * From now on prints what ends a thread of the script. The process goes on, as in any Java
   * program; {@code exit} has ended it already.
   *
   * @param explain finds the line of the script
   */
  void watchThreads(UnaryOperator<Throwable> explain) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> {
          if (!(error instanceof ScriptExit)) {
            print(explain.apply(error));
          }
        });
  }

  private static ExitStatus status(Throwable error) {
    if (error instanceof UsageException) {
      return ExitStatus.USAGE;
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectionException) {
        return ExitStatus.NO_ENGINE;
      }
      if (cause instanceof ReachException) {
        return ExitStatus.USAGE;
      }
      if (cause instanceof InterruptedException) {
        return ExitStatus.INTERRUPTED;
      }
    }
    return ExitStatus.FAILED;
  }
}
