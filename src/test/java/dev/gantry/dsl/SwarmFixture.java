package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.NotFoundException;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.DockerHost;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs scripts on engines that are in a swarm of their own, or in none, and removes what they left
 * in it: services, secrets and configs whose name begins with {@code dsl-}.
 */
public final class SwarmFixture {
  private SwarmFixture() {}

  /** The value of a script's last statement, on a manager. */
  static @Nullable Object inSwarm(TestEngine engine, String script) {
    Docker docker = docker(engine);
    beManager(engine);
    try {
      return DslScript.evaluate(docker, Map.of(), script);
    } finally {
      sweep(docker);
    }
  }

  /** The sentence that a script fails with, on a manager. */
  static String failure(TestEngine engine, String script) {
    Object sentence =
        inSwarm(
            engine,
            "try { %s } catch (dev.gantry.GantryException e) { return e.message }; null"
                .formatted(script.strip()));
    assertThat(sentence).as("the script did not fail").isNotNull();
    return String.valueOf(sentence);
  }

  /** The same on an engine that is in no swarm. */
  static @Nullable Object alone(TestEngine engine, String script) {
    Docker docker = docker(engine);
    leave(docker);
    return DslScript.evaluate(docker, Map.of("address", address(engine)), script);
  }

  /**
   * An address of loopback that no other engine of this machine takes, with no port that another
   * might have: engines share the machine's network.
   */
  public static String address(TestEngine engine) {
    return address(engine.host());
  }

  static String address(DockerHost host) {
    int hash = Math.floorMod(host.toString().hashCode(), 250 * 250);
    return "127.64." + (hash / 250 + 1) + "." + (hash % 250 + 1);
  }

  /** Takes an engine out of its swarm, and readies it for another. */
  public static void leave(Docker docker) {
    if (docker.getSwarm().isActive()) {
      docker.getSwarm().leave(Map.of("force", true, "yes", true));
    }
    makeBridge(docker);
  }

  /**
   * The bridge behind which containers reach other machines is made first, in the engine's own
   * addresses: the one that the swarm would make has the same name for all engines.
   */
  private static void makeBridge(Docker docker) {
    try {
      docker.getNetworks().get("docker_gwbridge");
    } catch (NotFoundException e) {
      docker.getNetworks().create("docker_gwbridge");
    }
  }

  /** Makes an engine the manager of a swarm, unless it is one. */
  public static void beManager(TestEngine engine) {
    Docker docker = docker(engine);
    if (!docker.getSwarm().isManager()) {
      init(engine, docker);
    }
  }

  private static void init(TestEngine engine, Docker docker) {
    makeBridge(docker);
    String address = address(engine);
    docker
        .getSwarm()
        .init(
            Map.of(
                "advertiseAddr",
                address,
                "listenAddr",
                address + ":23770",
                "dataPathPort",
                20_000 + Math.floorMod(address.hashCode(), 10_000),
                "taskHistoryLimit",
                1));
  }

  private static Docker docker(TestEngine engine) {
    return new Docker(engine.client(), DslScript.caller(Notices.NONE));
  }

  private static void sweep(Docker docker) {
    for (Service each : docker.getServices().list()) {
      if (each.getName().startsWith(DslScript.OURS)) {
        each.remove();
      }
    }
    for (SwarmData each : docker.getSecrets().list()) {
      remove(each);
    }
    for (SwarmData each : docker.getConfigs().list()) {
      remove(each);
    }
  }

  private static void remove(SwarmData thing) {
    if (thing.getName().startsWith(DslScript.OURS)) {
      thing.remove();
    }
  }
}
