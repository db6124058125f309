package dev.gantry.shell;

import java.io.IOException;

/** Makes a result visible. */
@FunctionalInterface
public interface ResultPrinter {

  /**
   * Prints one result.
   *
   * @param value what an entry gave, never null
   * @param out where it goes
   * @param width of the screen in columns
   */
  void print(Object value, Appendable out, int width) throws IOException;
}
