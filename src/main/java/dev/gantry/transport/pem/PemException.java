package dev.gantry.transport.pem;

import dev.gantry.GantryException;
import org.jspecify.annotations.Nullable;

/** A file does not hold the certificate or key that it should. */
public final class PemException extends GantryException {
  private final String hint;

  /**
   * @param failure which file, and what is wrong with it, without a full stop
   * @param hint what to do about it, in whole sentences; may be empty
   */
  PemException(String failure, String hint, @Nullable Throwable cause) {
    super(failure, cause);
    this.hint = hint;
  }

  /** What to do about it; empty when there is nothing to say. */
  public String hint() {
    return hint;
  }
}
