package dev.gantry.shell.printing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.Status;
import org.jspecify.annotations.Nullable;

/**
 * Shows a long text a screen at a time: by the program that {@code $PAGER} names, else by {@code
 * less}, else by JLine's own. Whatever happens to it, the terminal is as before afterwards.
 */
final class Pager {
  /** Leaves at Ctrl-C (K) and what was seen on the screen (X), lets colours through (R). */
  private static final List<String> LESS = List.of("less", "-RFXK");

  /** Instead of a bare colon; the colons in it are escaped, as less reads them otherwise. */
  private static final String PROMPT = "-Ps?e(END) .space\\: more, q\\: leave, /\\: search$";

  private static final long PATIENCE_MILLIS = 300;

  private final Terminal terminal;
  private final String command;
  private final Runnable atEnd;
  private boolean ours = true;

  /**
   * One for one text.
   *
   * @param command what {@code $PAGER} says; may be empty
   * @param atEnd run when it has been left
   */
  Pager(Terminal terminal, String command, Runnable atEnd) {
    this.terminal = terminal;
    this.command = command.strip();
    this.atEnd = atEnd;
  }

  /** Starts it. What is written to the result is shown; closing that waits until it is left. */
  Session open() {
    Status status = Status.getExistingStatus(terminal).orElse(null);
    if (status != null) {
      status.suspend();
    }
    terminal.flush();
    return new Session(status);
  }

  private @Nullable Process start() {
    if (!command.isEmpty() && isThere(command)) {
      ours = false;
      return start(theirs());
    }
    return start(less());
  }

  /** Most call less, which shows colours as such only when told to; git does the same (2.39). */
  private ProcessBuilder theirs() {
    ProcessBuilder program = new ProcessBuilder("sh", "-c", command);
    program.environment().putIfAbsent("LESS", LESS.get(1));
    return program;
  }

  /**
   * The keys it has are told, and none of them writes a file or starts a program. What the user's
   * own {@code LESS} says comes last and wins.
   */
  static ProcessBuilder less() {
    ProcessBuilder less = new ProcessBuilder(LESS);
    less.environment().put("LESSSECURE", "1");
    less.environment().merge("LESS", PROMPT, (own, prompt) -> prompt + own);
    return less;
  }

  private static @Nullable Process start(ProcessBuilder program) {
    try {
      return program.redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT).start();
    } catch (IOException e) {
      return null;
    }
  }

  /** A shell would start all the same, and the text be lost with it. */
  private static boolean isThere(String command) {
    String program = command.split("\\s+", 2)[0];
    Process look =
        start(new ProcessBuilder("sh", "-c", "command -v \"$0\" >/dev/null 2>&1", program));
    try {
      return look != null && look.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** One text that is shown. */
  final class Session implements AutoCloseable {
    private final Attributes before = terminal.getAttributes();
    private final @Nullable Status status;
    private final @Nullable Process process = start();
    private final StringBuilder own = new StringBuilder();

    /**
     * A less that starts no programs does not heed Ctrl-Z either (less 590): nor does who waits.
     */
    private final @Nullable SignalHandler former =
        ours ? terminal.handle(Signal.TSTP, ignored -> {}) : null;

    Session(@Nullable Status status) {
      this.status = status;
    }

    /**
     * Shows more.
     *
     * @throws Left the person has seen enough
     */
    void write(CharSequence text) throws IOException {
      if (process == null) {
        own.append(text);
        return;
      }
      try {
        OutputStream to = process.getOutputStream();
        to.write(text.toString().getBytes(charset()));
      } catch (IOException e) {
        throw new Left();
      }
    }

    private Charset charset() {
      return terminal.encoding();
    }

    @Override
    public void close() {
      try {
        if (process == null) {
          own();
        } else {
          end(process);
        }
      } finally {
        terminal.setAttributes(before);
        if (former != null) {
          terminal.handle(Signal.TSTP, former);
        }
        if (status != null) {
          status.restore();
        }
        atEnd.run();
      }
    }

    private void own() {
      byte[] text = own.toString().getBytes(StandardCharsets.UTF_8);
      try {
        Less less = new Less(terminal, Path.of(""));
        less.quitIfOneScreen = true;
        less.run(new Source.InputStreamSource(new ByteArrayInputStream(text), true, "result"));
      } catch (IOException e) {
        terminal.writer().append(own).flush();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Waits until it is left; an interrupt ends it. */
    private void end(Process pager) {
      boolean interrupted = Thread.interrupted();
      try {
        closeInput(pager);
        if (!interrupted) {
          pager.waitFor();
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
      if (interrupted) {
        kill(pager);
        Thread.currentThread().interrupt();
      }
    }

    private static void closeInput(Process pager) {
      try {
        pager.getOutputStream().close();
      } catch (IOException e) {
        // It has been left already.
      }
    }

    private static void kill(Process pager) {
      pager.descendants().forEach(ProcessHandle::destroy);
      pager.destroy();
      try {
        pager.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      pager.destroyForcibly();
    }
  }

  /** The person has left the pager before the end of the text. */
  static final class Left extends IOException {
    private static final long serialVersionUID = 1L;

    Left() {
      super("the pager was left");
    }
  }
}
