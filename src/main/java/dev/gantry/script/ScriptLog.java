package dev.gantry.script;

import java.io.PrintStream;
import java.util.Locale;

/**
 * What a script sees as {@code log}: lines for the person who watches, apart from the output.
 *
 * <p>Each line starts with its level: {@code warn: no container matches}.
 */
public final class ScriptLog {
  /** From the most talkative to the most urgent. */
  public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  private final PrintStream out;
  private final Level threshold;

  /**
   * @param out where lines go
   * @param threshold the lowest level that is shown
   */
  public ScriptLog(PrintStream out, Level threshold) {
    this.out = out;
    this.threshold = threshold;
  }

  /** Shown only when details were asked for ({@code --verbose}). */
  public void debug(Object message) {
    print(Level.DEBUG, message);
  }

  /** Shown unless silence was asked for ({@code --quiet}). */
  public void info(Object message) {
    print(Level.INFO, message);
  }

  /** Something the reader should look at. */
  public void warn(Object message) {
    print(Level.WARN, message);
  }

  /** Something failed; the script goes on. */
  public void error(Object message) {
    print(Level.ERROR, message);
  }

  private void print(Level level, Object message) {
    if (level.compareTo(threshold) >= 0) {
      out.println(level.name().toLowerCase(Locale.ROOT) + ": " + message);
    }
  }
}
