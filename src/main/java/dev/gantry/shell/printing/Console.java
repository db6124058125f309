package dev.gantry.shell.printing;

/** Where the shell says things. */
public interface Console {

  /**
   * Shows what an entry gave.
   *
   * @throws dev.gantry.GantryException the engine was asked for more of it, and failed
   */
  void result(Object value);

  /** Shows a value in the pager, however short it is. */
  void page(Object value);

  /** Shows a sentence of the shell's own, or several lines. */
  void say(String text);

  /** A text of the shell's own, in signs that can be seen there. */
  default String shown(String ours) {
    return ours;
  }

  /** How wide it is, in characters. */
  default int columns() {
    return 80;
  }

  /** Shows an error. */
  void error(String text);

  /** Wipes the screen. */
  default void clear() {}

  /** Lets a program have the terminal while it runs; afterwards it is as it was. */
  default void lend(Runnable program) {
    program.run();
  }
}
