package dev.gantry.json;

import dev.gantry.GantryException;
import org.jspecify.annotations.Nullable;

/**
 * A text that is not JSON, a value that has no JSON form, or an answer of another shape than asked
 * for.
 *
 * <p>The message of a malformed text shows a few characters of it. Who reads a file of secrets uses
 * {@link #problem()}, which shows none.
 */
public final class JsonException extends GantryException {
  private final String problem;
  private final int line;
  private final int column;

  public JsonException(String message) {
    this(message, (Throwable) null);
  }

  public JsonException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.problem = message;
    this.line = 0;
    this.column = 0;
  }

  /** A malformed text: what is wrong, and the place with the characters before it. */
  JsonException(String problem, TextPlace place) {
    this("JSON", problem, place);
  }

  /** The same in another notation. */
  JsonException(String notation, String problem, TextPlace place) {
    super("not valid " + notation + ": " + problem + place.describe());
    this.problem = "not valid " + notation + ": " + problem + place.describeWithoutExcerpt();
    this.line = place.line();
    this.column = place.column();
  }

  /** The message without any piece of the text that was read. */
  public String problem() {
    return problem;
  }

  /** The line of the mistake, from 1; 0 when the error is not about a text. */
  public int line() {
    return line;
  }

  /** The column of the mistake in characters, from 1; 0 when the error is not about a text. */
  public int column() {
    return column;
  }
}
