package dev.gantry.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Connections to a daemon through the system's {@code ssh}, so that its configuration, agent, jump
 * hosts and known hosts all count.
 */
final class SshTransport implements Transport {
  private final DockerHost host;
  private final SshSettings settings;
  private final Once<SshWay> way = new Once<>();
  private @Nullable SshPlace place;

  SshTransport(DockerHost host, SshSettings settings) {
    this.host = host;
    this.settings = settings;
  }

  @Override
  public DockerHost host() {
    return host;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The time-out is for reaching the ssh server. A person who is asked for a pass phrase may
   * take two minutes more.
   */
  @Override
  public Socket dial(Duration connectTimeout) {
    try {
      return way(connectTimeout).dial(connectTimeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionException("Connecting to " + host + " was interrupted", "", e);
    } catch (IOException e) {
      throw new ConnectionException(
          "Cannot connect to " + host + ": ssh cannot be run: " + e.getMessage(), "", e);
    }
  }

  private SshWay way(Duration timeout) throws InterruptedException {
    way.done().filter(known -> !known.isUp()).ifPresent(way::forget);
    return way.get(() -> find(timeout));
  }

  private SshWay find(Duration timeout) {
    try {
      SshPlace here = place();
      SshLines lines = new SshLines(here);
      SshSessions sessions = SshSessions.find(here, lines, timeout);
      return sessions == null ? SshForward.open(here, lines, timeout) : sessions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private synchronized SshPlace place() {
    SshPlace known = place == null ? SshPlace.of(host, settings) : place;
    place = known;
    return known;
  }

  @Override
  public int width() {
    return way.done().map(SshWay::width).orElse(SshLines.SESSIONS);
  }

  @Override
  public synchronized void close() {
    if (place != null) {
      place.keeper().close();
      place = null;
      way.done().ifPresent(way::forget);
    }
  }
}
