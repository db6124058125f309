package dev.gantry.dsl;

import dev.gantry.GantryException;
import dev.gantry.UsageException;
import dev.gantry.dsl.Tty.Size;
import dev.gantry.dsl.Tty.Taken;
import dev.gantry.http.StreamException;
import dev.gantry.http.UpgradedConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands the person's terminal to a program in a container, as {@code docker attach} does
 * (docker/cli v28.5.2, cli/command/container/hijack.go and tty.go): keys go there, what it writes
 * goes to the screen, its terminal has the size of this one.
 */
final class Handover {
  /** A program is told of a new size at most this often. */
  private static final long RESIZE_MILLIS = 100;

  /** How often a size that was refused is told again: the program may not have begun yet. */
  private static final int ATTEMPTS = 10;

  private static final int PIECE = 1 << 13;

  private final UpgradedConnection connection;
  private final DetachKeys keys;
  private final Sizing sizing;
  private volatile boolean over;

  /** Tells the program how large its terminal is. */
  @FunctionalInterface
  interface Sizing {
    void to(int rows, int columns);

    /** By one of the two operations for it. */
    static Sizing by(Docker docker, String operation, String id) {
      return (rows, columns) ->
          docker.engine().call(operation, Map.of("id", id, "h", rows, "w", columns));
    }
  }

  Handover(UpgradedConnection connection, DetachKeys keys, Sizing sizing) {
    this.connection = connection;
    this.keys = keys;
    this.sizing = sizing;
  }

  /**
   * Refuses where there is no terminal, before anything is sent.
   *
   * @param verb what wants it
   */
  static void check(Docker docker, String verb) {
    if (!docker.tty().isThere()) {
      // As docker/cli says "the input device is not a TTY": the program would wait for keys.
      throw new UsageException(
          verb
              + " hands over the terminal, and there is none here: standard input and output have"
              + " to be one");
    }
  }

  /**
   * Lets them talk until the program's output ends, or its keys leave it.
   *
   * @param redraw whether the program runs already, and is to draw its screen anew
   * @return whether it was left running
   */
  boolean run(Tty tty, boolean redraw) {
    try (Taken terminal = tty.take()) {
      Thread typing = start("gantry-keys", () -> type(terminal));
      Thread measuring = start("gantry-size", () -> measure(terminal, redraw));
      try {
        show(terminal);
      } finally {
        over = true;
        measuring.interrupt();
        join(typing); // or it would take the next key from whoever reads then
      }
    }
    return keys.isComplete();
  }

  /** Says that a program was left running, and gives the result for it: no exit status. */
  static Result left(Docker docker, String program) {
    docker.notices().say("left " + program + " running");
    return Result.none();
  }

  private void show(Taken terminal) {
    try (InputStream in = connection.in()) {
      show(in, terminal.screen());
    } catch (StreamException e) {
      if (!keys.isComplete()) {
        throw e;
      }
    } catch (IOException e) {
      if (!keys.isComplete()) {
        throw StreamException.lost("The terminal was lost: " + e.getMessage(), e);
      }
    }
  }

  private static void show(InputStream in, OutputStream screen) throws IOException {
    byte[] piece = new byte[PIECE];
    ScreenModes modes = new ScreenModes();
    try {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        modes.see(piece, read);
        screen.write(piece, 0, read);
        screen.flush();
      }
    } finally {
      screen.write(modes.undo());
      screen.flush();
    }
  }

  private void type(Taken terminal) {
    byte[] typed = new byte[PIECE];
    try {
      for (int read = 0; read >= 0 && !over; read = terminal.keys(typed)) {
        byte[] passed = keys.pass(typed, read);
        if (passed.length > 0) {
          connection.out().write(passed);
        }
        if (keys.isComplete()) {
          connection.close();
          return;
        }
      }
    } catch (IOException | RuntimeException e) {
      // The program has ended, or the engine is gone: whoever reads its output learns which.
    }
  }

  private void measure(Taken terminal, boolean redraw) {
    @Nullable Size told = null;
    try {
      if (redraw && terminal.size().isKnown()) {
        tell(terminal.size().larger());
      }
      for (int refused = 0; !over; Thread.sleep(refused > 0 ? 10L * refused : RESIZE_MILLIS)) {
        Size size = terminal.size();
        if (size.isKnown() && !size.equals(told)) {
          boolean taken = tell(size) || refused == ATTEMPTS;
          told = taken ? size : told;
          refused = taken ? 0 : refused + 1;
        }
      }
    } catch (InterruptedException | IllegalStateException e) {
      // It is over, or the process ends and the terminal is closed.
    }
  }

  private boolean tell(Size size) {
    try {
      sizing.to(size.rows(), size.columns());
      return true;
    } catch (GantryException e) {
      return false;
    }
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(1000);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
