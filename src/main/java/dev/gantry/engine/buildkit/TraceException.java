package dev.gantry.engine.buildkit;

import dev.gantry.GantryException;
import org.jspecify.annotations.Nullable;

/** A message of BuildKit's progress is damaged. */
public final class TraceException extends GantryException {
  private static final long serialVersionUID = 1L;

  TraceException(String what, @Nullable Throwable cause) {
    super("BuildKit's progress cannot be read: " + what, cause);
  }
}
