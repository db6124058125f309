package dev.gantry.shell.running;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** What Ctrl-C and Ctrl-Z do while something runs. */
public record Keys(Terminal terminal, ShellScreen screen) {

  /**
   * Hands them on. JLine puts its own handlers in place while a line is read, and these back
   * afterwards.
   */
  public void heed(EvaluationThread evaluation) {
    terminal.handle(Signal.INT, signal -> evaluation.interrupt());
    terminal.handle(Signal.TSTP, signal -> suspend(evaluation));
  }

  /**
   * Where nothing runs that could be left, such as beside {@code /!vi} and a pager, the process
   * stops.
   */
  private void suspend(EvaluationThread evaluation) {
    if (screen.isTaken() || !evaluation.leave()) {
      try {
        new ProcessBuilder("kill", "-STOP", String.valueOf(ProcessHandle.current().pid())).start();
      } catch (IOException e) {
        // Then it goes on.
      }
    }
  }
}
