package dev.gantry.dsl;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One secret. The engine never gives back what is in it: it is only seen in the containers of
 * services that use it. Sources: Engine API 1.51, {@code /secrets}.
 */
public final class Secret extends SwarmData {
  static final Kind KIND = new Kind("SecretInspect", "id", "Secret", Set.of());

  Secret(Docker docker, Map<String, @Nullable Object> attrs) {
    super(docker, KIND, attrs);
  }

  /** The driver that keeps it; empty when the swarm itself does. */
  public String getDriver() {
    return Rows.text(spec("Driver", "Name"));
  }
}
