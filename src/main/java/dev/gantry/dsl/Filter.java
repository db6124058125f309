package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.http.StreamException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of this machine that makes another text of a text, as in a shell's pipe. */
final class Filter {
  private static final int SHOWN = 2000;

  private final Process process;
  private final String name;

  private Filter(Process process, String name) {
    this.process = process;
    this.name = name;
  }

  /**
   * Starts one.
   *
   * @param command a line for {@code sh -c}, or a list of words that no shell touches
   */
  static Filter start(Object command) {
    List<String> words = Options.words(List.of(command));
    if (words.isEmpty() || words.get(0).isBlank()) {
      throw new UsageException("pipe wants a command, such as pipe('jq .') or pipe(['jq', '.'])");
    }
    boolean line = !(command instanceof List);
    try {
      Process process =
          new ProcessBuilder(line ? List.of("sh", "-c", words.get(0)) : words).start();
      return new Filter(process, words.get(0));
    } catch (IOException e) {
      throw new UsageException("cannot start '" + words.get(0) + "': " + e.getMessage());
    }
  }

  /**
   * Gives it a text and waits for its end. Its two streams are read beside it, for a program that
   * is not listened to comes to a halt.
   *
   * @return what it wrote to standard output, without the last line break
   * @throws UsageException it ended with another status than 0
   */
  String of(String text) {
    Reading out = new Reading(process.getInputStream());
    Reading err = new Reading(process.getErrorStream());
    Thread feeder = new Thread(() -> feed(text), "pipe to " + name);
    feeder.setDaemon(true);
    try {
      feeder.start();
      int status = process.waitFor();
      String written = out.text();
      if (status != 0) {
        throw new UsageException("'%s' ended with %d%s".formatted(name, status, said(err.text())));
      }
      return written;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StreamException.cancelled("'" + name + "' was stopped");
    } finally {
      end();
    }
  }

  /** One that ends before it has read all is content with that: its status tells. */
  private void feed(String text) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It reads no more.
    }
  }

  private static String said(String err) {
    String all = err.strip();
    return all.isEmpty() ? "" : ": " + all.substring(0, Math.min(SHOWN, all.length()));
  }

  /** The shell's own children, too: a killed shell leaves them running. */
  private void end() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Reads to the end on a thread of its own. */
  private static final class Reading {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Thread thread;

    Reading(InputStream from) {
      thread = new Thread(() -> read(from), "pipe");
      thread.setDaemon(true);
      thread.start();
    }

    private void read(InputStream from) {
      try (from) {
        from.transferTo(bytes);
      } catch (IOException e) {
        // It was killed; what it wrote until then is there.
      }
    }

    String text() throws InterruptedException {
      thread.join();
      String text = bytes.toString(StandardCharsets.UTF_8);
      return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
  }
}
