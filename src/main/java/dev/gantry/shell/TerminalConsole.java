package dev.gantry.shell;

import java.io.IOException;
import org.jline.terminal.Terminal;

/** Prints on a terminal. */
final class TerminalConsole implements Console {
  /** What a terminal without a size is taken for. */
  private static final int USUAL_WIDTH = 80;

  private final Terminal terminal;
  private final ResultPrinter printer;

  TerminalConsole(Terminal terminal, ResultPrinter printer) {
    this.terminal = terminal;
    this.printer = printer;
  }

  /** A value that cannot be shown, because its own code fails, is an error like any other. */
  @Override
  public void result(Object value) {
    int columns = terminal.getSize().getColumns();
    try {
      printer.print(value, terminal.writer(), columns > 0 ? columns : USUAL_WIDTH);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      error("cannot show the " + value.getClass().getSimpleName() + ": " + e.getMessage());
    }
    terminal.flush();
  }

  @Override
  public void say(String text) {
    terminal.writer().println(text);
    terminal.flush();
  }

  @Override
  public void error(String text) {
    say(text);
  }
}
