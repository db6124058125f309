package dev.gantry.dsl;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code docker.secrets}: lists, finds and creates secrets of the swarm. */
public final class Secrets extends SwarmStore<Secret> {
  private static final List<String> COLUMNS = List.of("ID", "NAME", "DRIVER", "CREATED", "UPDATED");

  Secrets(Docker docker) {
    super(docker, Secret.KIND, COLUMNS, Secret::new);
  }

  @Override
  Map<String, ?> cells(Secret secret, Instant now) {
    Map<String, Object> cells = new LinkedHashMap<>(super.cells(secret, now));
    cells.put("DRIVER", secret.getDriver());
    return cells;
  }
}
