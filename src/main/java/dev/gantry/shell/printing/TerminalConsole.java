package dev.gantry.shell.printing;

import dev.gantry.GantryException;
import dev.gantry.shell.ShellSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** Prints on a terminal. */
public final class TerminalConsole implements Console {
  /** What a terminal without a size is taken for. */
  private static final int USUAL_WIDTH = 80;

  private final Terminal terminal;
  private final ShellSettings.Surface surface;
  private final Supplier<PrintWriter> writers;

  /**
   * Prints there.
   *
   * @param writers give each thread what it may print to
   */
  public TerminalConsole(
      Terminal terminal, ShellSettings.Surface surface, Supplier<PrintWriter> writers) {
    this.terminal = terminal;
    this.surface = surface;
    this.writers = writers;
  }

  /** A value that cannot be shown, because its own code fails, does not end the shell. */
  @Override
  public void result(Object value) {
    try (PrintWriter writer = writers.get()) {
      new ValuePrinter(style()).print(value, writer);
    } catch (GantryException e) {
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      error("cannot show the " + value.getClass().getSimpleName() + ": " + e.getMessage());
    }
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
    try (PrintWriter writer = writers.get()) {
      writer.println(text);
    }
  }

  @Override
  public void error(String text) {
    say(text);
  }
}
