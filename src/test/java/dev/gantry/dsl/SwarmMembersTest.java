package dev.gantry.dsl;

import static dev.gantry.dsl.SwarmFixture.address;
import static dev.gantry.dsl.SwarmFixture.inSwarm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.PrivateEngine;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;

/** What a swarm does with an engine that is not its first manager, or was started again. */
@Timeout(180)
class SwarmMembersTest {
  private static final String WRONG_KEY = "SWMKEY-1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  /** One of each kind beside those of the other tests, in no swarm. */
  private static final Map<String, PrivateEngine> OTHERS = new HashMap<>();

  @AfterAll
  static void stopOthers() {
    OTHERS.values().forEach(PrivateEngine::close);
    OTHERS.clear();
  }

  @OnEngines(
      value = {"20", "26", "28"},
      apart = true)
  void engineJoinsLeavesAndIsRemoved(TestEngine engine) throws IOException {
    Map<String, Object> manager =
        Map.of("manager", address(engine.host()) + ":23770", "token", token(engine));
    assertThatThrownBy(() -> other(engine, manager, "docker.swarm.join(manager, joinToken: 'x')"))
        .hasMessageStartingWith("Cannot join a swarm: ")
        .hasMessageContaining("invalid join token");
    Object node =
        other(
            engine,
            manager,
            """
            docker.swarm.join(manager, joinToken: token, advertiseAddr: address,
              listenAddr: "$address:23770")
            assert [docker.swarm.active, docker.swarm.manager] == [true, false]
            docker.info.Swarm.NodeID
            """);
    assertThatThrownBy(() -> other(engine, manager, "docker.nodes.list()"))
        .hasMessageContaining("this engine is a worker of its swarm; ask one of the managers");
    String script = "docker.nodes['%s'].".formatted(node);
    assertThat(inSwarm(engine, script + "role")).isEqualTo("worker");
    assertThatThrownBy(() -> inSwarm(engine, script + "remove()"))
        .hasMessageStartingWith("Cannot remove node '" + node + "': ")
        .hasMessageContaining("is not down and can't be removed");

    assertThat(other(engine, manager, "docker.swarm.leave(); docker.swarm.state"))
        .isEqualTo("inactive");
    inSwarm(engine, script + "remove(force: true)");
    assertThat(inSwarm(engine, "docker.nodes.list(filters: [role: 'worker']).size()")).isEqualTo(0);
  }

  @OnEngines(
      value = {"20", "26", "28"},
      apart = true)
  void lockedManagerWantsItsKey(TestEngine engine) throws IOException {
    Object key =
        Objects.requireNonNull(
            other(
                engine,
                Map.of(),
                """
                docker.swarm.init(advertiseAddr: address, listenAddr: "$address:23770", autolock: true)
                docker.swarm.unlockKey
                """));
    of(engine).restart();
    assertThatThrownBy(() -> other(engine, Map.of(), "docker.nodes.list()"))
        .hasMessageContaining("the swarm is locked; docker.swarm.unlock('SWMKEY-…') unlocks it");
    Map<String, Object> keys = Map.of("key", key, "wrong", WRONG_KEY);
    assertThatThrownBy(() -> other(engine, keys, "docker.swarm.unlock(wrong)"))
        .hasMessageContaining("invalid key provided")
        .message()
        .doesNotContain(WRONG_KEY);
    assertThat(
            other(
                engine,
                keys,
                """
                def states = [docker.swarm.state, docker.swarm.unlock(key).state]
                docker.swarm.leave(force: true, yes: true)
                states
                """))
        .hasToString("[locked, active]");
  }

  private static Object token(TestEngine engine) {
    return Objects.requireNonNull(inSwarm(engine, "docker.swarm.joinTokens.worker"));
  }

  private static @Nullable Object other(TestEngine like, Map<String, ?> names, String script)
      throws IOException {
    PrivateEngine other = of(like);
    Map<String, Object> all = new HashMap<>(names);
    all.put("address", address(other.host()));
    return DslScript.at(other.host(), all, script);
  }

  private static PrivateEngine of(TestEngine like) throws IOException {
    PrivateEngine other = OTHERS.get(like.kind());
    if (other == null) {
      other = PrivateEngine.start(like.kind());
      OTHERS.put(like.kind(), other);
      // Its own, before the swarm makes one of the same name for all engines.
      DslScript.at(other.host(), "docker.networks.create('docker_gwbridge')");
    }
    return other;
  }
}
