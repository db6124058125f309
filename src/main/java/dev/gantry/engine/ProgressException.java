package dev.gantry.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transfer or a build that began well (status 200) and failed: the stream had an {@code
 * errorDetail} in it.
 */
public final class ProgressException extends EngineException {
  private static final long serialVersionUID = 1L;

  private final transient List<Map<String, @Nullable Object>> progress;

  ProgressException(Failure failure, List<Map<String, @Nullable Object>> progress) {
    super(failure);
    this.progress = List.copyOf(progress);
  }

  private ProgressException(ProgressException cause, String output) {
    super(cause.failure(), cause.getMessage() + "\n" + output);
    this.progress = cause.progress;
    setStackTrace(cause.getStackTrace());
  }

  /** The same, with what was printed before it at the end of its message. */
  public ProgressException after(String output) {
    return output.isEmpty() ? this : new ProgressException(this, output);
  }

  /** The objects that came before the error, oldest first, at most the last hundred. */
  public List<Map<String, @Nullable Object>> progress() {
    return progress;
  }
}
