package dev.gantry.transport;

import dev.gantry.transport.SshLines.Seat;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/**
 * Reaches the daemon by a socket in a private folder, which ssh forwards to that of the daemon: for
 * hosts that have no docker command.
 */
final class SshForward implements SshWay {
  /** No request in any language: a daemon complains, and where there is none, the line ends. */
  private static final byte[] HELLO = "gantry\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LAST_WORDS = Duration.ofMillis(500);
  private static final Duration LOOK = Duration.ofMillis(5);

  private final SshPlace place;
  private final Path socket;
  private final Optional<SshLine> line;
  private final SshProcess forwarder;

  private SshForward(SshPlace place, Path socket, Optional<SshLine> line, SshProcess forwarder) {
    this.place = place;
    this.socket = socket;
    this.line = line;
    this.forwarder = forwarder;
  }

  /**
   * Forwards the socket and tries it.
   *
   * @throws ConnectionException it leads nowhere
   */
  static SshForward open(SshPlace place, SshLines lines, Duration timeout)
      throws IOException, InterruptedException {
    String remote = place.command().remoteSocket();
    place
        .keeper()
        .say("no docker command on the other side: forwarding its socket " + remote + " by ssh -L");
    Seat seat = lines.take(timeout);
    Path socket = Files.createTempDirectory(place.keeper().folder(), "f").resolve("s");
    List<String> command =
        seat.line()
            .map(it -> place.command().forwardThrough(it.control(), socket))
            .orElseGet(() -> place.command().forward(socket, place.configuration(), timeout));
    SshForward forward = new SshForward(place, socket, seat.line(), place.keeper().start(command));
    try {
      forward.await(timeout.plus(SshLine.LOGIN));
      forward.trySocket();
      return forward;
    } catch (IOException | RuntimeException e) {
      seat.leave().run();
      forward.forwarder.close();
      throw e;
    }
  }

  private void await(Duration patience) {
    long start = System.nanoTime();
    while (!Files.exists(socket)) {
      boolean ended = forwarder.exit(LOOK).isPresent() && !Files.exists(socket);
      if (ended || System.nanoTime() - start > patience.toNanos()) {
        throw failed();
      }
    }
  }

  private void trySocket() throws IOException {
    try (AFUNIXSocket trial = connect()) {
      trial.setSoTimeout(Millis.of(PATIENCE));
      trial.getOutputStream().write(HELLO);
      if (trial.getInputStream().read() < 0) {
        throw failed();
      }
    } catch (java.net.SocketException e) {
      throw failed();
    }
  }

  /** What ssh says about it may come a little later than the end. */
  private ConnectionException failed() {
    long start = System.nanoTime();
    while (!said().contains("failed") && System.nanoTime() - start < LAST_WORDS.toNanos()) {
      var ignored = line.isPresent() ? pause() : forwarder.exit(LOOK).isPresent();
    }
    return place.diagnosis().forwardFailed(place.command().remoteSocket(), said());
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOK.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String said() {
    return forwarder.said() + "\n" + line.map(SshLine::said).orElse("");
  }

  private AFUNIXSocket connect() throws IOException {
    return AFUNIXSocket.connectTo(AFUNIXSocketAddress.of(socket));
  }

  @Override
  public Socket dial(Duration timeout) throws IOException {
    return new SshSocket(connect(), answered -> judge(), () -> {});
  }

  private void judge() throws LostException {
    if (!isUp()) {
      throw new LostException("ssh has lost its connection");
    }
  }

  /** Forwarded connections are no sessions: there may be as many as there are files. */
  @Override
  public int width() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean isUp() {
    return line.map(SshLine::answers).orElseGet(() -> forwarder.exit(LAST_WORDS).isEmpty());
  }
}
