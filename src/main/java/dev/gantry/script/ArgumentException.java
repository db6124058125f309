package dev.gantry.script;

import dev.gantry.GantryException;

/** A script was called with arguments that it does not take. */
final class ArgumentException extends GantryException {
  ArgumentException(String message) {
    super(message);
  }
}
