package dev.gantry.cli.progress;

import dev.gantry.dsl.Notices;
import dev.gantry.json.Printable;
import java.io.PrintStream;

/** Says what happens along the way on standard error. */
public final class StderrNotices implements Notices {
  private final PrintStream err;

  public StderrNotices(PrintStream err) {
    this.err = err;
  }

  @Override
  public void say(String sentence) {
    err.println(Printable.line(sentence));
  }

  @Override
  public Work begin() {
    return new PlainProgress(this::say);
  }
}
