package dev.gantry.cli;

import dev.gantry.shell.running.Keyboard;
import java.io.IOException;
import java.io.InputStream;

/**
 * The terminal that the standard input of a script is. While a question is asked, it lets go of a
 * read after a fifth of a second, so that Ctrl-C ends the wait.
 */
record SttyKeyboard(InputStream typed) implements Keyboard {

  @Override
  public boolean isFree() {
    return true;
  }

  @Override
  public Unechoed unechoed() throws IOException {
    String before = Stty.settings();
    Stty.set("-echo", "-icanon", "min", "0", "time", "2");
    return () -> Stty.restore(before);
  }
}
