package dev.gantry.shell.running;

import dev.gantry.UsageException;
import dev.gantry.dsl.Tty;
import java.io.IOException;
import java.io.OutputStream;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.NonBlockingInputStream;
import org.jspecify.annotations.Nullable;

/** The terminal of the shell, for what runs in it: a program in a container may have it. */
public final class ShellScreen implements Tty {
  private static final long WAIT_MILLIS = 100;

  private volatile @Nullable Terminal terminal;

  /** From now on there is one. */
  public void open(Terminal opened) {
    terminal = opened;
  }

  @Override
  public boolean isThere() {
    Terminal there = terminal;
    return there != null && !there.getType().startsWith(Terminal.TYPE_DUMB);
  }

  @Override
  public Taken take() {
    Terminal there = terminal;
    if (there == null || !(there.input() instanceof NonBlockingInputStream keys)) {
      throw new UsageException("this terminal cannot be handed over");
    }
    return new Raw(there, keys);
  }

  private static final class Raw implements Taken {
    private final Terminal terminal;
    private final NonBlockingInputStream keys;
    private final Attributes before;
    private final SignalHandler former;

    private Raw(Terminal terminal, NonBlockingInputStream keys) {
      this.terminal = terminal;
      this.keys = keys;
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
    public Size size() {
      org.jline.terminal.Size size = terminal.getSize();
      return new Size(size.getRows(), size.getColumns());
    }

    @Override
    public void close() {
      terminal.handle(Signal.CONT, former);
      terminal.setAttributes(before);
    }
  }
}
