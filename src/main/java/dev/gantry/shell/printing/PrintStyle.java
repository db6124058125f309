package dev.gantry.shell.printing;

import dev.gantry.json.Colors;
import dev.gantry.json.Layout;

/**
 * How values are printed.
 *
 * @param format the form that was asked for
 * @param terminal whether a person looks at it: AUTO follows this, and control characters are
 *     escaped
 * @param width columns of the screen; 0 when there is no limit
 * @param colors whether there are colours
 */
public record PrintStyle(Format format, boolean terminal, int width, Colors colors) {

  /** The values of {@code --output}. */
  public enum Format {
    /** By the value and by where it goes: see {@link ValuePrinter}. */
    AUTO,
    /** A table where the value can be one; a tree or text otherwise. */
    TABLE,
    JSON,
    NDJSON,
    YAML,
    CSV,
    /** Tabs between cells, no header: made for cut, sort and read. */
    TEXT
  }

  /** For a person at a terminal of some width. */
  public static PrintStyle terminal(Format format, int width, Colors colors) {
    return new PrintStyle(format, true, width, colors);
  }

  /** The same for tables and trees; states stand out. */
  Layout layout() {
    return new Layout(width, colors, "…", new States());
  }

  /** For a program that reads it: no limit, no colours, nothing escaped. */
  public static PrintStyle pipe(Format format) {
    return new PrintStyle(format, false, 0, Colors.OFF);
  }
}
