package dev.gantry.script;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the run of one entry ended. */
public sealed interface Outcome {

  /**
   * It ran to its end.
   *
   * @param value what its last expression gave
   */
  record Value(@Nullable Object value) implements Outcome {}

  /**
   * It does not compile, or it threw.
   *
   * @param message what to show: a sentence and the user's own line, no frames of ours
   * @param error the whole of it
   */
  record Failed(String message, Throwable error) implements Outcome {}

  /**
   * It asked to leave.
   *
   * @param status the exit status
   */
  record Exit(int status) implements Outcome {}

  /**
   * It was stopped, and did stop.
   *
   * @param after how long it had run
   */
  record Interrupted(Duration after) implements Outcome {}

  /**
   * It was told to stop and did not: it still runs, and nobody waits for it.
   *
   * @param after how long it had run
   */
  record LeftBehind(Duration after) implements Outcome {}
}
