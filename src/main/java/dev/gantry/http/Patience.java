package dev.gantry.http;

import dev.gantry.transport.ConnectionException;
import java.time.Duration;

/** How long one call may still wait for its next byte. */
final class Patience {
  /** For the rest of a body that nobody wants: what has not arrived by then is not waited for. */
  private static final Duration HURRY = Duration.ofMillis(5);

  private final Timeouts timeouts;
  private final String call;
  private final long start = System.nanoTime();

  /** What an interrupted thread may take for its clean-up. */
  private static final long GRACE_NANOS = Duration.ofSeconds(10).toNanos();

  /**
   * A short call that begins after its thread was interrupted is there to clean up, and is let go
   * on. One that waits for things to happen is not: the interrupt came just before it.
   */
  private final boolean cleaningUp;

  private volatile Phase phase = Phase.SENDING;
  private long phaseStart = start;

  private enum Phase {
    SENDING,
    HEADERS,
    BODY,
    HURRY
  }

  /**
   * @param call which request to which daemon, for the message of a time-out
   */
  Patience(Timeouts timeouts, String call) {
    this.timeouts = timeouts;
    this.cleaningUp = !timeouts.headers().isZero() && Thread.currentThread().isInterrupted();
    this.call = call;
  }

  /** The request is about to be sent. */
  void send() {
    phase = Phase.SENDING;
  }

  /** The request is sent: the head of its answer is due, and trickling does not prolong that. */
  void awaitHeaders() {
    phase = Phase.HEADERS;
    phaseStart = System.nanoTime();
  }

  /** The head is there: each piece of the body is due within the idle time. */
  void awaitBody() {
    phase = Phase.BODY;
  }

  /** Nobody wants the rest. */
  void hurry() {
    phase = Phase.HURRY;
    phaseStart = System.nanoTime();
  }

  /** One more read begins. */
  void nextPiece() {
    if (phase == Phase.SENDING || phase == Phase.BODY) {
      phaseStart = System.nanoTime();
    }
  }

  Duration connect() {
    return shorter(timeouts.connect(), left(timeouts.total(), start));
  }

  /** What is left for this read: {@link Duration#ZERO} for no limit, negative when it is over. */
  Duration left() {
    return shorter(left(limit(), phaseStart), left(timeouts.total(), start));
  }

  /** Whether a write that has been stuck since then must be given up. */
  boolean isOver(long stuckSince) {
    return shorter(left(timeouts.idle(), stuckSince), left(timeouts.total(), start)).isNegative();
  }

  private Duration limit() {
    return switch (phase) {
      case SENDING, BODY -> timeouts.idle();
      case HEADERS -> timeouts.headers();
      case HURRY -> HURRY;
    };
  }

  /** Whether the thread that reads was interrupted, and this call is not to go on all the same. */
  boolean interrupted() {
    boolean spared = cleaningUp && System.nanoTime() - start < GRACE_NANOS;
    return !spared && Thread.currentThread().isInterrupted();
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
        call + " " + what + " (" + limit + " time-out)", "The daemon may be busy, or hang.", cause);
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
