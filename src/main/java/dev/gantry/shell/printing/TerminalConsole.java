package dev.gantry.shell.printing;

import dev.gantry.GantryException;
import dev.gantry.shell.ShellSettings;
import java.io.IOException;
import org.jline.terminal.Terminal;

/** Prints on a terminal. */
public final class TerminalConsole implements Console {
  /** What a terminal without a size is taken for. */
  private static final int USUAL_WIDTH = 80;

  private final Terminal terminal;
  private final ShellSettings.Surface surface;

  public TerminalConsole(Terminal terminal, ShellSettings.Surface surface) {
    this.terminal = terminal;
    this.surface = surface;
  }

  /** A value that cannot be shown, because its own code fails, does not end the shell. */
  @Override
  public void result(Object value) {
    try {
      new ValuePrinter(style()).print(value, terminal.writer());
    } catch (GantryException e) {
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      error("cannot show the " + value.getClass().getSimpleName() + ": " + e.getMessage());
    }
    terminal.flush();
  }

  /** The width is asked for each time: the window may have changed. */
  private PrintStyle style() {
    return PrintStyle.terminal(surface.format(), columns(), surface.colors());
  }

  @Override
  public int columns() {
    int columns = terminal.getSize().getColumns();
    return columns > 0 ? columns : USUAL_WIDTH;
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
