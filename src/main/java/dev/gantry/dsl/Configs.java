package dev.gantry.dsl;

import java.util.List;

/** {@code docker.configs}: lists, finds and creates configs of the swarm. */
public final class Configs extends SwarmStore<Config> {
  private static final List<String> COLUMNS = List.of("ID", "NAME", "CREATED", "UPDATED");

  Configs(Docker docker) {
    super(docker, Config.KIND, COLUMNS, Config::new);
  }
}
