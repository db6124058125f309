package dev.gantry.transport;

import dev.gantry.transport.SshLines.Seat;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reaches the daemon by the docker command of the other side, as the Docker CLI does. */
final class SshSessions implements SshWay {
  private static final Duration GOODBYE = Duration.ofSeconds(5);
  private static final Duration HURRY = Duration.ofSeconds(10);
  private static final Duration BUSY = Duration.ofSeconds(30);
  private static final int EXCERPT = 4096;

  private final SshPlace place;
  private final SshLines lines;

  /** Opened together with the probe, so that the first call does not wait for a session twice. */
  private final AtomicReference<@Nullable Socket> spare = new AtomicReference<>();

  /** A session that was started, and how to give its seat back. */
  private record Session(SshProcess process, Runnable leave) implements AutoCloseable {
    @Override
    public void close() {
      process.close();
      leave.run();
    }
  }

  private SshSessions(SshPlace place, SshLines lines) {
    this.place = place;
    this.lines = lines;
  }

  /**
   * Tries whether this way leads to the daemon.
   *
   * @return null when there is no docker command on the other side
   * @throws ConnectionException the daemon is not reached
   */
  static @Nullable SshSessions find(SshPlace place, SshLines lines, Duration timeout)
      throws IOException, InterruptedException {
    SshSessions sessions = new SshSessions(place, lines);
    // Where each logs in by itself, one at a time asks for the pass phrase.
    Socket first = place.shares() ? sessions.open(timeout) : null;
    try {
      if (sessions.probe(timeout)) {
        sessions.spare.set(first);
        return sessions;
      }
    } catch (RuntimeException | IOException | InterruptedException e) {
      close(first);
      throw e;
    }
    close(first);
    return null;
  }

  private static void close(@Nullable Socket socket) throws IOException {
    if (socket != null) {
      socket.close();
    }
  }

  /** With nothing to send, a session that leads to a daemon ends at once, and in peace. */
  private boolean probe(Duration timeout) throws IOException, InterruptedException {
    try (Session probe = start(timeout)) {
      SshProcess ssh = probe.process();
      ssh.in().close();
      // A daemon that hangs does not end it: the time-outs of the call see to that.
      OptionalInt status =
          ssh.exit(place.shares() ? patience(timeout) : timeout.plus(SshLine.LOGIN));
      if (status.orElse(0) != 0) {
        if (SshDiagnosis.lacksDocker(status.getAsInt(), ssh.said())) {
          return false;
        }
        throw place.diagnosis().explain(status.getAsInt(), ssh.said());
      }
      byte[] chatter = ssh.out().readNBytes(Math.min(EXCERPT, ssh.out().available()));
      if (chatter.length > 0) {
        throw place.diagnosis().chatter(new String(chatter, StandardCharsets.UTF_8));
      }
      return true;
    }
  }

  /** Who is in a hurry says so; everybody else's hosts may be busy. */
  private static Duration patience(Duration timeout) {
    return timeout.isZero() || timeout.compareTo(HURRY) >= 0 ? BUSY : timeout;
  }

  @Override
  public Socket dial(Duration timeout) throws IOException, InterruptedException {
    Socket first = spare.getAndSet(null);
    return first == null ? open(timeout) : first;
  }

  private Socket open(Duration timeout) throws IOException, InterruptedException {
    Session session = start(timeout);
    try {
      return SshPipes.join(
          session.process(), answered -> judge(session.process(), answered), session.leave());
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private Session start(Duration timeout) throws IOException, InterruptedException {
    Seat seat = lines.take(timeout);
    try {
      List<String> command = place.command().session(seat.way(), timeout);
      SshKeeper keeper = place.keeper();
      return new Session(
          seat.line().isPresent() ? keeper.startApart(command) : keeper.start(command),
          seat.leave());
    } catch (IOException | RuntimeException e) {
      seat.leave().run();
      throw e;
    }
  }

  private void judge(SshProcess process, boolean answered) throws LostException {
    int status = process.exit(GOODBYE).orElse(-1);
    if (status == 0) {
      return;
    }
    if (answered) {
      throw SshDiagnosis.lost(status, process.said());
    }
    throw place.diagnosis().explain(status, process.said());
  }

  @Override
  public int width() {
    return SshLines.SESSIONS;
  }

  @Override
  public boolean isUp() {
    return true;
  }
}
