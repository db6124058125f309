package dev.gantry;

import org.jspecify.annotations.Nullable;

/**
 * The base of every error that Gantry raises on purpose.
 *
 * <p>Its message is written for the person at the terminal: what was tried, what the other side
 * said, what to do. It is printed alone; the stack is shown only when asked for ({@code
 * --verbose}).
 */
public abstract class GantryException extends RuntimeException {

  protected GantryException(String message) {
    super(message);
  }

  protected GantryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
