package dev.gantry.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program with a text as its input, and never longer than a limit. */
final class ProgramRun {
  /** No answer of a credential helper is this long. */
  private static final int MAX_OUTPUT = 1 << 20;

  /** What a program left running may hold its output open; that is not waited for. */
  private static final Duration LINGERING = Duration.ofSeconds(1);

  /**
   * How it ended.
   *
   * @param status its exit status
   * @param out what it wrote to standard output
   * @param err what it wrote to standard error
   */
  record Output(int status, String out, String err) {}

  private final List<String> command;
  private final Map<String, String> env;
  private final Duration limit;

  ProgramRun(List<String> command, Map<String, String> env, Duration limit) {
    this.command = command;
    this.env = env;
    this.limit = limit;
  }

  /**
   * Runs it to its end.
   *
   * @throws CredentialsException it cannot be started, does not end in time, or the thread was
   *     interrupted; it is gone then, and whatever it started
   */
  Output feed(String input) {
    Process process = start();
    try {
      Reading out = new Reading(process.getInputStream());
      Reading err = new Reading(process.getErrorStream());
      pour(input, process.getOutputStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CredentialsException(
            "it gave no answer within %d s and was stopped".formatted(limit.toSeconds()));
      }
      return new Output(process.exitValue(), out.text(), err.text());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CredentialsException("waiting for it was cancelled");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(env);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new CredentialsException("it cannot be started: " + e.getMessage());
    }
  }

  /** One that ends before it has read all is judged by its answer. */
  private static void pour(String input, OutputStream to) {
    try (to) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It reads no more.
    }
  }

  /** Takes what a program writes while it runs. */
  private static final class Reading implements Runnable {
    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread thread = new Thread(this, "credential helper");

    Reading(InputStream in) {
      this.in = in;
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void run() {
      byte[] piece = new byte[8192];
      try {
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
          add(piece, count);
        }
      } catch (IOException e) {
        // It was stopped.
      }
    }

    private synchronized void add(byte[] piece, int count) {
      bytes.write(piece, 0, Math.min(count, MAX_OUTPUT - bytes.size()));
    }

    String text() throws InterruptedException {
      thread.join(LINGERING.toMillis());
      synchronized (this) {
        return bytes.toString(StandardCharsets.UTF_8);
      }
    }
  }
}
