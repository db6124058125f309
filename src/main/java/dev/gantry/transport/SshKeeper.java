package dev.gantry.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts ssh, has a private folder for its sockets, and leaves neither behind.
 *
 * <p>A guard ends all when this process ends, even by {@code kill -9}: a shell that reads from a
 * pipe to us, which the system then closes. Closing the pipes of ssh is not enough: a session whose
 * daemon says nothing would stay.
 */
final class SshKeeper implements AutoCloseable {
  /** Reads {@code + ID} and {@code - ID}; at the end ends those that are left. */
  private static final String GUARD =
      """
      trap '' INT QUIT HUP TERM
      all=' '
      while read -r sign id; do
        case $sign in
          +) all="$all$id " ;;
          -) all="${all%%" $id "*} ${all#*" $id "}" ;;
        esac
      done
      for id in $all; do kill "$id" 2>/dev/null; done
      rm -rf -- "$1"
      """;

  /**
   * Ctrl-C is for us: what a script does at its end still needs the connection. It has to stay with
   * the terminal all the same, where it asks for pass phrases.
   */
  private static final List<String> DEAF =
      List.of("/bin/sh", "-c", "trap '' INT QUIT; exec \"$@\"", "sh");

  /** A session of a master asks nothing, and takes every signal of the terminal (OpenSSH 9.2). */
  private static final List<String> APART =
      List.of(
          "/bin/sh",
          "-c",
          "trap '' INT QUIT; command -v setsid >/dev/null && exec setsid \"$@\"; exec \"$@\"",
          "sh");

  private static final Duration GOODBYE = Duration.ofSeconds(3);

  private final SshSettings settings;
  private final Path folder;
  private final Process guard;
  private final Set<SshProcess> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  SshKeeper(SshSettings settings) {
    this.settings = settings;
    try {
      this.folder = SshFolder.make(settings.env());
      this.guard =
          new ProcessBuilder("/bin/sh", "-c", GUARD, "sh", folder.toString())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new ConnectionException(
          "Cannot prepare to run ssh: " + e.getMessage(), "Is the temporary folder writable?", e);
    }
  }

  /** Nobody else may enter it. */
  Path folder() {
    return folder;
  }

  /** Tells a person. */
  void say(String line) {
    settings.notices().accept(line);
  }

  /** One that may ask the person at the terminal. */
  SshProcess start(List<String> command) throws IOException {
    return start(DEAF, command);
  }

  /** One that goes through another. */
  SshProcess startApart(List<String> command) throws IOException {
    return start(APART, command);
  }

  private SshProcess start(List<String> how, List<String> command) throws IOException {
    say(String.join(" ", command));
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(how.stream(), command.stream()).toList());
    builder.environment().clear();
    builder.environment().putAll(settings.env());
    Process process = builder.start();
    tellGuard("+", process.pid());
    SshProcess ssh = new SshProcess(process, settings.notices());
    running.add(ssh);
    var ignored = process.onExit().thenRun(() -> forget(ssh));
    if (closed) {
      // Whoever closed us may not have seen it: a login goes on behind a caller who has given up.
      ssh.end();
      throw new IOException("the connection was closed meanwhile");
    }
    return ssh;
  }

  private void forget(SshProcess ssh) {
    running.remove(ssh);
    tellGuard("-", ssh.id());
  }

  private synchronized void tellGuard(String sign, long id) {
    try {
      OutputStream pipe = guard.getOutputStream();
      pipe.write((sign + " " + id + "\n").getBytes(StandardCharsets.US_ASCII));
      pipe.flush();
    } catch (IOException e) {
      // It was ended, by us or by somebody else: then nothing is guarded.
    }
  }

  /** Ends all that runs, and waits a moment for it; then removes the folder. */
  @Override
  public void close() {
    closed = true;
    List<SshProcess> last = List.copyOf(running);
    last.forEach(SshProcess::end);
    last.forEach(process -> process.exit(GOODBYE));
    synchronized (this) {
      try {
        guard.getOutputStream().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    awaitGuard();
  }

  private void awaitGuard() {
    try {
      if (!guard.waitFor(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        guard.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
