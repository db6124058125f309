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

  /** The objects that came before the error, oldest first, at most the last hundred. */
  public List<Map<String, @Nullable Object>> progress() {
    return progress;
  }
}
