package dev.gantry.shell.printing;

import dev.gantry.json.Colors;
import dev.gantry.json.Layout;

/**
 * How values are printed.
 *
 * @param format the form that was asked for
 * @param terminal whether a person looks at it: AUTO follows this, and control characters are
 *     escaped
 * @param layout how wide, in which colours
 * @param extent how much of a large value
 */
public record PrintStyle(Format format, boolean terminal, Layout layout, Extent extent) {

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

  /** How much of a value is shown. */
  public enum Extent {
    WHOLE,
    /** What is deep or long is folded, and it is said how to see all. */
    FOLDED
  }

  /** Shows all of a value. */
  public PrintStyle(Format format, boolean terminal, int width, Colors colors) {
    this(format, terminal, new Layout(width, colors, "…", new States()), Extent.WHOLE);
  }

  /** For a person at a terminal of some width. */
  public static PrintStyle terminal(Format format, int width, Colors colors) {
    return new PrintStyle(format, true, width, colors);
  }

  /** For a program that reads it: no limit, no colours, nothing escaped. */
  public static PrintStyle pipe(Format format) {
    return new PrintStyle(format, false, 0, Colors.OFF);
  }

  /** Whether there are colours. */
  public Colors colors() {
    return layout.colors();
  }

  /** Columns of the screen; 0 when there is no limit. */
  public int width() {
    return layout.width();
  }

  /** Whether a person sees it, in the form that suits the value. */
  boolean suitsPerson() {
    return format == Format.TABLE || (terminal && format == Format.AUTO);
  }
}
