package dev.gantry.cli;

import dev.gantry.dsl.Notices;
import dev.gantry.json.Printable;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what happens along the way on standard error: few lines, one for each step and layer. */
final class StderrNotices implements Notices {
  private final PrintStream err;
  private final boolean terminal;
  private final Map<String, String> said = new HashMap<>();

  /**
   * Notices for a person or for a log.
   *
   * @param terminal whether every new status of a layer is told, or only what is final
   */
  StderrNotices(PrintStream err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void say(String sentence) {
    err.println(Printable.line(sentence));
  }

  @Override
  public synchronized void progress(Map<String, @Nullable Object> event) {
    Object text = event.get("stream") != null ? event.get("stream") : event.get("status");
    if (text == null) {
      return;
    }
    String id = Objects.toString(event.get("id"), "");
    String status = text.toString().strip();
    boolean news = !status.isEmpty() && !status.equals(said.put(id, status));
    if (news && (terminal || id.isEmpty() || isFinal(status))) {
      say(id.isEmpty() ? status : id + ": " + status);
    }
  }

  /** The words with which the daemon ends a layer (moby v28.5.2, distribution/pull_v2.go). */
  private static boolean isFinal(String status) {
    return status.equals("Pull complete")
        || status.equals("Already exists")
        || status.equals("Pushed");
  }
}
