package dev.gantry.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** One connection of ssh that has been logged in, through which sessions go. */
final class SshLine {
  /** {@code sun_path} (unix(7)), less what ssh appends to the name while it makes the socket. */
  private static final int MAX_CONTROL_PATH = 90;

  /** How long a person may take for a pass phrase: as long as sshd waits (LoginGraceTime). */
  static final Duration LOGIN = Duration.ofMinutes(2);

  private static final Duration LOOK = Duration.ofMillis(5);

  private final SshProcess master;
  private final Path control;

  private SshLine(SshProcess master, Path control) {
    this.master = master;
    this.control = control;
  }

  /** Whether a socket in this folder can have its name. */
  static boolean fits(Path folder) {
    return folder.resolve("00").toString().getBytes(StandardCharsets.UTF_8).length
        <= MAX_CONTROL_PATH;
  }

  /**
   * Logs in.
   *
   * @throws ConnectionException it was refused, or takes too long
   */
  static SshLine open(SshPlace place, Path control, Duration timeout) {
    try {
      SshProcess master =
          place.keeper().start(place.command().master(control, place.configuration(), timeout));
      new SshLine(master, control).await(place, timeout.plus(LOGIN));
      return new SshLine(master, control);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The socket appears when the login is done. */
  private void await(SshPlace place, Duration patience) {
    long start = System.nanoTime();
    while (!Files.exists(control)) {
      OptionalInt status = master.exit(LOOK);
      if (status.isPresent()) {
        throw place.diagnosis().explain(status.getAsInt(), master.said());
      }
      if (System.nanoTime() - start > patience.toNanos()) {
        master.close();
        throw place.diagnosis().tookTooLong(patience.toSeconds(), master.said());
      }
    }
  }

  Path control() {
    return control;
  }

  boolean isUp() {
    return master.isAlive();
  }

  /** Whether ssh still takes requests on it: false as soon as it is about to end. */
  boolean answers() {
    try (AFUNIXSocket socket = AFUNIXSocket.connectTo(AFUNIXSocketAddress.of(control))) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** What ssh has said on it so far. */
  String said() {
    return master.said();
  }

  void close() {
    master.close();
  }
}
