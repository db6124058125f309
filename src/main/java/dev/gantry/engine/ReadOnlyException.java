package dev.gantry.engine;

import dev.gantry.GantryException;

/** A call that changes something was asked for where nothing may change. It was not sent. */
public final class ReadOnlyException extends GantryException {

  ReadOnlyException(String does, String why) {
    super(
        "Cannot "
            + does
            + ": it changes something, and Gantry is read-only here ("
            + why
            + "); nothing was sent");
  }
}
