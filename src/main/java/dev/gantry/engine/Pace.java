package dev.gantry.engine;

import dev.gantry.http.Timeouts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long each kind of call may take. A time-out that fits reading a list would cut a long stop or
 * a followed log, so the kind of call decides, and what the daemon itself may wait is added to it.
 */
final class Pace {
  /** A change may wait for disks and for other changes. */
  private static final Duration CHANGE = Duration.ofMinutes(10);

  private Pace() {}

  static Timeouts of(Call call) {
    return switch (call.operation.answer()) {
      case WAIT, OBJECTS, FRAMES, HIJACK, WEBSOCKET -> Timeouts.longPoll();
      case TAR -> Timeouts.transfer();
      case SLOW_JSON -> Timeouts.quick().withHeaders(CHANGE);
      default -> plain(call);
    };
  }

  private static Timeouts plain(Call call) {
    if (call.operation.parameter("t").isPresent() && call.operation.tag().equals("Container")) {
      return stopping(call.argument("t"));
    }
    return call.operation.mutates().equals("no")
        ? Timeouts.quick()
        : Timeouts.quick().withHeaders(CHANGE);
  }

  /**
   * The daemon waits the seconds it is given; left out, those of the container, which may be any
   * number.
   */
  private static Timeouts stopping(@Nullable Object seconds) {
    long wait = seconds instanceof Number number ? number.longValue() : -1;
    return wait < 0
        ? Timeouts.longPoll()
        : Timeouts.quick().withHeaders(Duration.ofSeconds(wait).plusMinutes(1));
  }
}
