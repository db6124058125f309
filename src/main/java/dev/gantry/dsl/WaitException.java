package dev.gantry.dsl;

import dev.gantry.GantryException;

/** What was waited for did not come: the time is over, or it can come no more. */
public final class WaitException extends GantryException {
  private static final long serialVersionUID = 1L;

  WaitException(String message) {
    super(message);
  }
}
