package dev.gantry.cli;

import dev.gantry.GantryException;
import dev.gantry.UsageException;
import java.io.PrintStream;

/** Shows an error to a person: its sentence, and the stack only when asked for. */
final class ErrorPrinter {
  private final PrintStream err;
  private boolean verbose;

  ErrorPrinter(PrintStream err) {
    this.err = err;
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
    err.flush();
    return status(error);
  }

  private static ExitStatus status(Throwable error) {
    if (error instanceof UsageException) {
      return ExitStatus.USAGE;
    }
    boolean interrupted = error.getCause() instanceof InterruptedException;
    return interrupted ? ExitStatus.INTERRUPTED : ExitStatus.FAILED;
  }
}
