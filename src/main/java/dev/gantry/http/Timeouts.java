package dev.gantry.http;

import java.time.Duration;

/**
 * How long to wait for what; {@link Duration#ZERO} means without end.
 *
 * @param connect until the connection stands
 * @param headers from the end of the request to the end of the answer's head, however slowly it
 *     trickles in
 * @param idle between two pieces of a body
 * @param total from the start of the call until its answer is read to the end
 */
public record Timeouts(Duration connect, Duration headers, Duration idle, Duration total) {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** For calls that are answered at once: a minute for the head, a minute without data. */
  public static Timeouts quick() {
    return new Timeouts(CONNECT, MINUTE, MINUTE, Duration.ZERO);
  }

  /** For calls that answer when something happens: logs, events, wait, attach. */
  public static Timeouts longPoll() {
    return new Timeouts(CONNECT, Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }

  /**
   * For calls that move or make much: the daemon may work for long before the head, and only a
   * transfer that stands still for five minutes is given up.
   */
  public static Timeouts transfer() {
    return new Timeouts(CONNECT, Duration.ZERO, Duration.ofMinutes(5), Duration.ZERO);
  }

  public Timeouts withConnect(Duration value) {
    return new Timeouts(value, headers, idle, total);
  }

  public Timeouts withHeaders(Duration value) {
    return new Timeouts(connect, value, idle, total);
  }

  public Timeouts withIdle(Duration value) {
    return new Timeouts(connect, headers, value, total);
  }

  public Timeouts withTotal(Duration value) {
    return new Timeouts(connect, headers, idle, value);
  }
}
