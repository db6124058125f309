package dev.gantry.cli.progress;

import dev.gantry.dsl.Notices;
import dev.gantry.json.Printable;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Says what happens along the way on standard error. */
public final class StderrNotices implements Notices {
  private final PrintStream err;
  private final BooleanSupplier terminal;
  private final Set<String> said = new HashSet<>();
  private @Nullable LiveProgress live;

  /**
   * Notices for a person or for a log.
   *
   * @param terminal whether progress may be shown in place, or as lines
   */
  public StderrNotices(PrintStream err, boolean terminal) {
    this(err, () -> terminal);
  }

  /**
   * Notices that go now here and now there.
   *
   * @param terminal whether the progress of what begins now may be shown in place
   */
  public StderrNotices(PrintStream err, BooleanSupplier terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public synchronized void say(String sentence) {
    if (live != null) {
      live.say(Printable.line(sentence));
    } else {
      err.println(Printable.line(sentence));
    }
  }

  @Override
  public synchronized void sayOnce(String sentence) {
    if (said.add(sentence)) {
      say(sentence);
    }
  }

  /** Only one piece of work at a time is shown in place; others beside it are told in lines. */
  @Override
  public synchronized Work begin() {
    if (!terminal.getAsBoolean() || live != null) {
      return new PlainProgress(this::say);
    }
    LiveProgress begun = new LiveProgress(err, this::ended);
    live = begun;
    return begun;
  }

  private synchronized void ended() {
    live = null;
  }
}
