package dev.gantry.shell.running;

import dev.gantry.dsl.Tty;
import java.io.IOException;
import java.io.OutputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.NonBlockingInputStream;

/** The terminal of the shell while a program in a container has it. */
final class RawTerminal implements Tty.Taken {
  private static final long WAIT_MILLIS = 100;

  private final Terminal terminal;
  private final NonBlockingInputStream keys;
  private final ShellScreen.Alone alone;
  private final Attributes before;
  private final SignalHandler former;

  /**
   * Takes it.
   *
   * @param alone closed when it is given back
   */
  RawTerminal(Terminal terminal, NonBlockingInputStream keys, ShellScreen.Alone alone) {
    this.terminal = terminal;
    this.keys = keys;
    this.alone = alone;
    terminal.flush();
    before = terminal.enterRawMode();
    // JLine's raw mode would still put a carriage return before each line break (4.5.0).
    Attributes raw = terminal.getAttributes();
    raw.setOutputFlag(OutputFlag.OPOST, false);
    terminal.setAttributes(raw);
    // The shell that stopped this process has given the terminal other attributes.
    former = terminal.handle(Signal.CONT, signal -> terminal.setAttributes(raw));
  }

  @Override
  public int keys(byte[] into) {
    try {
      int read = keys.readBuffered(into, WAIT_MILLIS);
      return read == NonBlockingInputStream.READ_EXPIRED ? 0 : read;
    } catch (IOException e) {
      return -1;
    }
  }

  @Override
  public OutputStream screen() {
    return terminal.output();
  }

  @Override
  public Tty.Size size() {
    org.jline.terminal.Size size = terminal.getSize();
    return new Tty.Size(size.getRows(), size.getColumns());
  }

  @Override
  public void close() {
    terminal.handle(Signal.CONT, former);
    terminal.setAttributes(before);
    alone.close();
  }
}
