package dev.gantry.dsl;

import dev.gantry.GantryException;
import dev.gantry.engine.EngineException;
import dev.gantry.engine.ServerException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an engine is in a swarm, as {@code GET /info} (SystemInfo) tells.
 *
 * @param state {@code inactive}, {@code pending}, {@code active}, {@code error} or {@code locked}
 * @param manager whether it can change the swarm
 * @param nodeId what it is called in its swarm; empty in none
 */
record SwarmState(String state, boolean manager, String nodeId) {
  private static final int NO_MANAGER = 503;
  private static final Pattern OF_SWARMS =
      Pattern.compile("\\w+ /(swarm|nodes|services|tasks|secrets|configs)(/.*)?");
  private static final Pattern ENTERS = Pattern.compile("POST /swarm/(init|join)");

  private static final Map<String, String> WANTS =
      Map.of(
          "inactive",
          "this engine is in no swarm; docker.swarm.init() starts one,"
              + " docker.swarm.join('host:2377', joinToken: '…') joins one",
          "locked",
          "the swarm is locked; docker.swarm.unlock('SWMKEY-…') unlocks it");

  static SwarmState of(Docker docker) {
    Object swarm = Rows.in(docker.getInfo(), "Swarm");
    return new SwarmState(
        Rows.text(Rows.in(swarm, "LocalNodeState")),
        Boolean.TRUE.equals(Rows.in(swarm, "ControlAvailable")),
        Rows.text(Rows.in(swarm, "NodeID")));
  }

  boolean active() {
    return state.equals("active");
  }

  /**
   * What to throw for a refusal. The daemon's own words name commands of its CLI; where the state
   * of the swarm is the reason, ours name verbs.
   */
  static GantryException explained(Docker docker, ServerException refused) {
    if (refused.status() != NO_MANAGER || !OF_SWARMS.matcher(refused.request()).matches()) {
      return refused;
    }
    try {
      String why = of(docker).hinders(refused.request());
      return why == null ? refused : new SwarmException(sentence(refused, why), refused);
    } catch (GantryException e) {
      return refused;
    }
  }

  private static String sentence(EngineException refused, String why) {
    return String.valueOf(refused.getMessage()).replace(refused.daemonMessage(), why);
  }

  private @Nullable String hinders(String request) {
    if (active() && ENTERS.matcher(request).matches()) {
      return "this engine is in a swarm already; docker.swarm.leave(force: true) leaves it";
    }
    return active() && !manager
        ? "this engine is a worker of its swarm; ask one of the managers"
        : WANTS.get(state);
  }
}
