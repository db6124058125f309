package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NetworksTest {

  @OnEngines
  void missingNetworkIsNotFound(TestEngine engine) {
    assertThat(failure(engine, "docker.networks['dsl-nothing']"))
        .startsWith("Cannot inspect network 'dsl-nothing': ")
        .contains("(404 on GET /networks/dsl-nothing, ");
  }

  @OnEngines
  void unknownOptionNamesTheNearest(TestEngine engine) {
    assertThat(failure(engine, "docker.networks.create('dsl-n', drver: 'bridge')"))
        .isEqualTo("unknown option 'drver' for network create; did you mean 'driver'?");
    assertThat(failure(engine, "docker.networks.create('dsl-n') { internal = 'yes' }"))
        .isEqualTo("option 'internal' of network create wants true or false, got a String");
  }

  @OnEngines
  void takenNameIsAConflict(TestEngine engine) {
    assertThat(failure(engine, "2.times { docker.networks.create('dsl-n') }"))
        .contains("network with name dsl-n already exists (409 on POST /networks/create, ");
  }

  @OnEngines
  void networkInUseIsNotRemoved(TestEngine engine) {
    assertThat(
            failure(
                engine,
                """
                def n = docker.networks.create('dsl-n')
                docker.run('busybox', 'sleep', '60', name: 'dsl-c', detach: true, network: 'dsl-n')
                n.remove()
                """))
        .startsWith("Cannot remove network '")
        .contains("has active endpoints", "(403 on DELETE /networks/");
  }

  @OnEngines
  void networksOfTheEngineStay(TestEngine engine) {
    assertThat(failure(engine, "docker.networks.bridge.remove()"))
        .contains("bridge is a pre-defined network and cannot be removed (403 on DELETE");
  }

  @OnEngines
  void secondConnectionIsForbidden(TestEngine engine) {
    assertThat(
            failure(
                engine,
                """
                def n = docker.networks.create('dsl-n')
                def c = docker.run('busybox', 'sleep', '60', name: 'dsl-c', detach: true)
                n.connect(c)
                n.connect(c)
                """))
        .contains("already exists in network dsl-n (403 on POST /networks/");
  }

  @OnEngines
  void networkIsCreatedWithOptions(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def n = docker.networks.create('dsl-n') {
                  driver = 'bridge'
                  labels = [a: 'b']
                  subnet = '172.29.7.0/24'
                  gateway = '172.29.7.9'
                  internal = true
                }
                def row = docker.networks.list(filters: [label: 'a=b'])[0]
                [n.name, n.driver, n.scope, n.labels, n.Internal, n.IPAM.Config, row.id == n.id,
                  row.name, "$n" == "network ${n.shortId} dsl-n (bridge)",
                  docker.networks['dsl-n'].id == n.id, docker.networks[n.shortId].name]
                """))
        .hasToString(
            "[dsl-n, bridge, local, {a=b}, true, [{Subnet=172.29.7.0/24, Gateway=172.29.7.9}],"
                + " true, dsl-n, true, true, dsl-n]");
  }

  @OnEngines
  void containerIsConnectedAndDisconnected(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def n = docker.networks.create('dsl-n', subnet: '172.29.8.0/24')
                def c = docker.run('busybox', 'sleep', '60', name: 'dsl-c', detach: true,
                  stopTimeout: 0)
                n.connect(c, alias: 'other', ip: '172.29.8.77')
                def joined = c.reload().NetworkSettings.Networks['dsl-n']
                def members = n.Containers.keySet() == [c.id] as Set
                n.disconnect('dsl-c')
                n.connect('dsl-c') { alias = ['third'] }
                def again = c.reload().NetworkSettings.Networks['dsl-n'].Aliases.contains('third')
                n.disconnect(c, force: true)
                [joined.Aliases.contains('other'), joined.IPAddress, members, again,
                  n.Containers.size()]
                """))
        .isEqualTo(List.of(true, "172.29.8.77", true, true, 0));
  }

  @OnEngines
  void unusedNetworksArePruned(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.networks.create('dsl-n', labels: ['dsl-prune=1'])
                [docker.networks.prune(filters: [label: 'dsl-prune']).NetworksDeleted,
                  docker.networks.prune { filters = [label: 'dsl-prune'] }.NetworksDeleted]
                """))
        .hasToString("[[dsl-n], null]");
  }
}
