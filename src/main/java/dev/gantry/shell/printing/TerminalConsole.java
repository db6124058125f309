package dev.gantry.shell.printing;

import dev.gantry.GantryException;
import dev.gantry.json.Colors;
import dev.gantry.json.Colors.Role;
import dev.gantry.json.Layout;
import dev.gantry.script.Displays;
import dev.gantry.shell.ShellSettings;
import dev.gantry.shell.settings.Setting;
import dev.gantry.shell.settings.Settings;
import dev.gantry.shell.settings.Signs;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** Prints on a terminal. */
public final class TerminalConsole implements Console {
  /** What a terminal without a size is taken for. */
  private static final int USUAL_WIDTH = 80;

  private final Terminal terminal;
  private final ShellSettings.Surface surface;
  private final Settings settings;
  private final Displays displays;
  private final Outlet outlet;
  private final Signs signs;

  public TerminalConsole(Terminal terminal, ShellSettings shell, Settings settings, Outlet outlet) {
    this.terminal = terminal;
    this.surface = shell.surface();
    this.settings = settings;
    this.displays = Displays.of(shell.script());
    this.outlet = outlet;
    this.signs = Signs.of(surface.env());
  }

  /** A value that cannot be shown, because its own code fails, does not end the shell. */
  @Override
  public void result(Object value) {
    boolean paged = !(value instanceof Iterator) && !outlet.background().getAsBoolean() && pages();
    print(value, paged ? room() : new Paged.Room(Integer.MAX_VALUE, columns()));
  }

  @Override
  public void page(Object value) {
    print(value, new Paged.Room(-1, columns()));
  }

  private void print(Object value, Paged.Room room) {
    try (PrintWriter writer = outlet.writers().get()) {
      ValuePrinter printer = new ValuePrinter(style(), it -> displays.view(it, this::error));
      if (room.rows() == Integer.MAX_VALUE) {
        printer.print(value, writer);
      } else {
        print(value, printer, new Paged(writer, room, this::pager));
      }
    } catch (GantryException e) {
      throw e;
    } catch (CancellationException e) {
      // The person stopped it, and knows.
    } catch (IOException | RuntimeException | Error e) {
      error("cannot show the " + value.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static void print(Object value, ValuePrinter printer, Paged paged) throws IOException {
    try (paged) {
      printer.print(value, paged);
    } catch (Pager.Left e) {
      // The person has seen enough.
    }
  }

  private Pager.Session pager() {
    String command = surface.env().getOrDefault("PAGER", "");
    return new Pager(terminal, command, outlet.alone().get()).open();
  }

  private boolean pages() {
    return !terminal.getType().startsWith(Terminal.TYPE_DUMB)
        && !settings.get(Setting.PAGER).equals("off");
  }

  /** The prompt wants a row, too. */
  private Paged.Room room() {
    boolean always = settings.get(Setting.PAGER).equals("on");
    return new Paged.Room(always ? -1 : Math.max(1, terminal.getRows() - 1), columns());
  }

  /** The width is asked for each time: the window may have changed. */
  @Override
  public int columns() {
    int columns = terminal.getSize().getColumns();
    return columns > 0 ? columns : USUAL_WIDTH;
  }

  private PrintStyle style() {
    boolean exact = !settings.is(Setting.HUMANE);
    Layout layout = new Layout(columns(), colors(), signs.ellipsis(), new States(), exact);
    return new PrintStyle(
        surface.format(),
        true,
        layout,
        settings.is(Setting.FOLD) ? PrintStyle.Extent.FOLDED : PrintStyle.Extent.WHOLE);
  }

  private Colors colors() {
    boolean light = settings.get(Setting.THEME).equals("light");
    return surface.colors() == Colors.ON && light ? Colors.LIGHT : surface.colors();
  }

  @Override
  public String shown(String ours) {
    return signs.shown(ours);
  }

  @Override
  public void say(String text) {
    try (PrintWriter writer = outlet.writers().get()) {
      writer.println(shown(text));
    }
  }

  /** Only the first word is red: a wall of red hides what is said. */
  @Override
  public void error(String text) {
    int end = text.indexOf(' ');
    String first = end < 0 ? text : text.substring(0, end);
    say(colors().paint(Role.ERR, first) + text.substring(first.length()));
  }

  @Override
  public void clear() {
    terminal.puts(Capability.clear_screen);
    terminal.flush();
  }

  @Override
  public void lend(Runnable program) {
    if (!terminal.canPauseResume()) {
      program.run();
      return;
    }
    try {
      terminal.pause(true);
      program.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      terminal.resume();
    }
  }
}
