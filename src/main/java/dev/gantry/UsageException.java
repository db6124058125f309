package dev.gantry;

/**
 * Something was asked for in a way that can never work: an unknown option, a value of the wrong
 * type or form.
 */
public final class UsageException extends GantryException {

  public UsageException(String message) {
    super(message);
  }
}
