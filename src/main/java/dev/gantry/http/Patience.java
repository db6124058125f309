package dev.gantry.http;

import dev.gantry.transport.ConnectionException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** How long one call may still wait for its next byte. */
final class Patience {
  private final Timeouts timeouts;
  private final String call;
  private final long start = System.nanoTime();
  private Phase phase = Phase.SENDING;
  private long phaseStart = start;

  private enum Phase {
    SENDING,
    HEADERS,
    BODY
  }

  /**
   * @param call which request to which daemon, for the message of a time-out
   */
  Patience(Timeouts timeouts, String call) {
    this.timeouts = timeouts;
    this.call = call;
  }

  /** The request is sent: the head of its answer is due. */
  void awaitHeaders() {
    phase = Phase.HEADERS;
    phaseStart = System.nanoTime();
  }

  /** The head is there: each piece of the body is due within the idle time. */
  void awaitBody() {
    phase = Phase.BODY;
  }

  Duration connect() {
    return shorter(timeouts.connect(), left(timeouts.total(), start));
  }

  /**
   * What to set as read time-out now: milliseconds, 0 for none.
   *
   * @throws SocketTimeoutException a limit has passed
   */
  int millis() throws SocketTimeoutException {
    Duration limit = shorter(phaseLeft(), left(timeouts.total(), start));
    if (limit.isNegative()) {
      throw new SocketTimeoutException();
    }
    return limit.isZero() ? 0 : (int) Math.min(Integer.MAX_VALUE, limit.toMillis() + 1);
  }

  private Duration phaseLeft() {
    return phase == Phase.HEADERS ? left(timeouts.headers(), phaseStart) : timeouts.idle();
  }

  /** Says which limit has passed. */
  ConnectionException expired(Throwable cause) {
    if (left(timeouts.total(), start).isNegative()) {
      return exception("was not finished within " + seconds(timeouts.total()), "total", cause);
    }
    return phase == Phase.HEADERS
        ? exception("was not answered within " + seconds(timeouts.headers()), "headers", cause)
        : exception("stood still for " + seconds(timeouts.idle()), "idle", cause);
  }

  private ConnectionException exception(String what, String limit, Throwable cause) {
    return new ConnectionException(
        call + " " + what + " (" + limit + " time-out)", "The daemon may be busy or hang.", cause);
  }

  /** Zero when there is no limit, negative when it has passed. */
  private static Duration left(Duration limit, long since) {
    if (limit.isZero()) {
      return limit;
    }
    Duration left = limit.minusNanos(System.nanoTime() - since);
    return left.isZero() ? Duration.ofNanos(-1) : left;
  }

  private static Duration shorter(Duration a, Duration b) {
    if (a.isZero() || b.isZero()) {
      return a.isZero() ? b : a;
    }
    return a.compareTo(b) < 0 ? a : b;
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
