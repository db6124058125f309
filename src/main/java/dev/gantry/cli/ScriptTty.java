package dev.gantry.cli;

import dev.gantry.UsageException;
import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.dsl.Tty;
import dev.gantry.shell.printing.ScreenSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The terminal that the standard streams of a script are.
 *
 * <p>While it is taken, a read of it gives up after a tenth of a second: no key is ever taken from
 * who reads next.
 */
final class ScriptTty implements Tty {
  private static final long WAIT_NANOS = 50_000_000;

  private final Surroundings surroundings;

  ScriptTty(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public boolean isThere() {
    return surroundings.isTerminal(Stream.IN) && surroundings.isTerminal(Stream.OUT);
  }

  @Override
  public OutputStream screen() {
    return surroundings.out();
  }

  @Override
  public Taken take() {
    surroundings.out().flush();
    try {
      String before = Stty.settings();
      Raw raw = new Raw(surroundings, before, new ScreenSize());
      Runtime.getRuntime().addShutdownHook(raw.rescue);
      Stty.set("raw", "-echo", "min", "0", "time", "1");
      return raw;
    } catch (IOException e) {
      throw new UsageException("cannot hand over the terminal: " + e.getMessage());
    }
  }

  private static final class Raw implements Taken {
    private final InputStream in;
    private final OutputStream out;
    private final String before;
    private final ScreenSize size;
    private final Thread rescue = new Thread(this::restore, "terminal-rescue");

    private Raw(Surroundings surroundings, String before, ScreenSize size) {
      this.in = surroundings.in();
      this.out = surroundings.out();
      this.before = before;
      this.size = size;
    }

    @Override
    public int keys(byte[] into) {
      long begun = System.nanoTime();
      try {
        int read = in.read(into);
        if (read < 0 && System.nanoTime() - begun < WAIT_NANOS) {
          Thread.sleep(WAIT_NANOS / 1_000_000); // no terminal any more: it would go round and round
        }
        return Math.max(read, 0);
      } catch (IOException e) {
        return -1;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return -1;
      }
    }

    @Override
    public OutputStream screen() {
      return out;
    }

    @Override
    public Size size() {
      ScreenSize.Dimensions now = size.now();
      return new Size(now.rows(), now.columns());
    }

    private void restore() {
      try {
        Stty.restore(before);
      } catch (IOException e) {
        // The terminal is gone.
      }
    }

    @Override
    public void close() {
      size.close();
      restore();
      try {
        Runtime.getRuntime().removeShutdownHook(rescue);
      } catch (IllegalStateException shuttingDown) {
        // It mends the terminal once more.
      }
    }
  }
}
