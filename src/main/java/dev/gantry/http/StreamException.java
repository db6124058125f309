package dev.gantry.http;

import dev.gantry.GantryException;
import org.jspecify.annotations.Nullable;

/** The body of a request or an answer broke off before its end. */
public final class StreamException extends GantryException {
  private final boolean cancelled;

  private StreamException(String message, @Nullable Throwable cause, boolean cancelled) {
    super(message, cause);
    this.cancelled = cancelled;
  }

  /** The other side or the network ended it. */
  public static StreamException lost(String message, Throwable cause) {
    return new StreamException(message, cause, false);
  }

  /** This side closed it. */
  public static StreamException cancelled(String message) {
    return new StreamException(message, null, true);
  }

  /** Whether this side closed it: true is not a failure of the daemon. */
  public boolean cancelled() {
    return cancelled;
  }
}
