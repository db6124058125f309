package dev.gantry.transport;

import dev.gantry.GantryException;
import org.jspecify.annotations.Nullable;

/** A daemon was not reached, or did not answer in time or in HTTP. */
public final class ConnectionException extends GantryException {
  private final String hint;

  /**
   * @param failure what was tried and what went wrong, without a full stop
   * @param hint what to do about it, in whole sentences; may be empty
   */
  public ConnectionException(String failure, String hint, @Nullable Throwable cause) {
    super(hint.isEmpty() ? failure : failure + ". " + hint, cause);
    this.hint = hint;
  }

  /** What to do about it; empty when there is nothing to say. */
  public String hint() {
    return hint;
  }
}
