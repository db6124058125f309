package dev.gantry.shell;

/** Where the shell says things. */
interface Console {

  /** Shows what an entry gave. */
  void result(Object value);

  /** Shows a sentence of the shell's own, or several lines. */
  void say(String text);

  /** Shows an error. */
  void error(String text);
}
