package dev.gantry.dsl;

import dev.gantry.json.JsonView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secrets with which engines join the swarm. Shown and written without them; {@code worker} and
 * {@code manager} read them.
 */
public final class JoinTokens implements JsonView {
  private static final String HIDDEN = "(hidden)";

  private final Map<String, @Nullable Object> tokens;

  JoinTokens(Map<String, @Nullable Object> tokens) {
    this.tokens = tokens;
  }

  /** What a worker joins with. */
  public String getWorker() {
    return Rows.text(tokens.get("Worker"));
  }

  /** What a manager joins with. */
  public String getManager() {
    return Rows.text(tokens.get("Manager"));
  }

  @Override
  public Object toJson() {
    return Map.of("Worker", HIDDEN, "Manager", HIDDEN);
  }

  @Override
  public String toString() {
    return "join tokens (hidden; read worker or manager)";
  }
}
