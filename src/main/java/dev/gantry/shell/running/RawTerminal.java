package dev.gantry.shell.running;

import dev.gantry.dsl.Tty;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.NonBlockingInputStream;

/** The terminal of the shell while a program in a container has it. */
final class RawTerminal implements Tty.Taken {
  private static final long WAIT_MILLIS = 100;
  private static final Set<Signal> KEYS =
      EnumSet.of(Signal.INT, Signal.QUIT, Signal.TSTP, Signal.INFO);
  private static final long PATIENCE_SECONDS = 2;

  private final Terminal terminal;
  private final NonBlockingInputStream keys;
  private final ShellScreen.Alone alone;
  private final Attributes before;
  private final Map<Signal, SignalHandler> former = new EnumMap<>(Signal.class);
  private final Thread owner = Thread.currentThread();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread rescue = new Thread(this::giveUp, "terminal-rescue");

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
    Attributes raw = raw(before);
    terminal.setAttributes(raw);
    // The shell that stopped this process has given the terminal other attributes.
    handle(Signal.CONT, signal -> terminal.setAttributes(raw));
    // JLine raises these for the keys all the same (4.5.0, SignalInterceptingInputStream).
    KEYS.forEach(signal -> handle(signal, ignored -> {}));
    Runtime.getRuntime().addShutdownHook(rescue);
  }

  private void handle(Signal signal, SignalHandler handler) {
    former.put(signal, terminal.handle(signal, handler));
  }

  /** As cfmakeraw(3) does; JLine's raw mode changes output (4.5.0). */
  private static Attributes raw(Attributes usual) {
    Attributes raw = new Attributes(usual);
    raw.setInputFlags(
        EnumSet.of(
            InputFlag.IGNBRK,
            InputFlag.BRKINT,
            InputFlag.PARMRK,
            InputFlag.ISTRIP,
            InputFlag.INLCR,
            InputFlag.IGNCR,
            InputFlag.ICRNL,
            InputFlag.IXON),
        false);
    raw.setOutputFlag(OutputFlag.OPOST, false);
    raw.setLocalFlags(
        EnumSet.of(
            LocalFlag.ECHO, LocalFlag.ECHONL, LocalFlag.ICANON, LocalFlag.ISIG, LocalFlag.IEXTEN),
        false);
    raw.setControlChar(ControlChar.VMIN, 1);
    raw.setControlChar(ControlChar.VTIME, 0);
    return raw;
  }

  /** The process is told to end: who has the terminal has a moment to mend it. */
  private void giveUp() {
    owner.interrupt();
    try {
      boolean ignored = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    try {
      Runtime.getRuntime().removeShutdownHook(rescue);
      former.forEach(terminal::handle);
      terminal.setAttributes(before);
    } catch (IllegalStateException shuttingDown) {
      // JLine has given it back its attributes.
    } finally {
      closed.countDown();
      alone.close();
    }
  }
}
