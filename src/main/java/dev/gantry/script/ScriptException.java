package dev.gantry.script;

import dev.gantry.GantryException;

/**
 * A script does not compile, or failed while it ran.
 *
 * <p>The message is what the person at the terminal reads: what went wrong, the place, and the line
 * as it stands in the script. The cause is the original error, for {@code --verbose}.
 */
public final class ScriptException extends GantryException {
  private final String reason;
  private final Place place;

  ScriptException(String message, String reason, Place place, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.place = place;
  }

  /** What went wrong, without the place. */
  public String reason() {
    return reason;
  }

  /** The script as messages name it: its path as typed, {@code -e} or {@code standard input}. */
  public String file() {
    return place.file();
  }

  /** Counted from 1; 0 when no line of the script is to blame. */
  public int line() {
    return place.line();
  }

  /** The line as it stands in the script, without the blanks around it; may be empty. */
  public String sourceLine() {
    return place.text().strip();
  }
}
