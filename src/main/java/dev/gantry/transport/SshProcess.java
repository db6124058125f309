package dev.gantry.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An ssh that runs. What it says on its standard error is kept, as far as it is of use. */
final class SshProcess implements AutoCloseable {
  private static final int LINES_KEPT = 40;
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Process process;
  private final Thread listener;
  private final Deque<String> said = new ArrayDeque<>();

  /**
   * Looks after a process that was just started.
   *
   * @param notices hears every line that it says
   */
  SshProcess(Process process, Consumer<String> notices) {
    this.process = process;
    this.listener = Daemon.start("gantry-ssh-stderr", () -> listen(notices));
  }

  private void listen(Consumer<String> notices) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
        notices.accept("ssh: " + line);
      }
    } catch (IOException e) {
      // It was closed: nobody wants to hear the rest.
    }
  }

  private void keep(String line) {
    synchronized (said) {
      said.addLast(line);
      if (said.size() > LINES_KEPT) {
        said.removeFirst();
      }
    }
  }

  InputStream out() {
    return process.getInputStream();
  }

  OutputStream in() {
    return process.getOutputStream();
  }

  long id() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The status that it ended with; empty when it goes on after that time. */
  OptionalInt exit(Duration patience) {
    boolean interrupted = false;
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        try {
          return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)
              ? OptionalInt.of(process.exitValue())
              : OptionalInt.empty();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What it said, in lines. Of one that has ended, all. */
  String said() {
    if (!isAlive()) {
      awaitLastWords();
    }
    synchronized (said) {
      return String.join("\n", said);
    }
  }

  private void awaitLastWords() {
    try {
      listener.join(LAST_WORDS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells it to end. Its streams stay: to close one that a thread is stuck in waits for that. */
  void end() {
    process.toHandle().destroy();
  }

  /** Ends it, and closes its streams, which nobody uses. */
  @Override
  public void close() {
    end();
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // What it had not yet taken is of no use to anybody.
    }
    try {
      process.getInputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
