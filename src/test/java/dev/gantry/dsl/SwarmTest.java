package dev.gantry.dsl;

import static dev.gantry.dsl.SwarmFixture.alone;
import static dev.gantry.dsl.SwarmFixture.failure;
import static dev.gantry.dsl.SwarmFixture.inSwarm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SwarmTest {

  @OnEngines(apart = true)
  void engineInNoSwarmSaysHowToStartOne(TestEngine engine) {
    for (String verb :
        new String[] {
          "swarm.inspect()", "swarm.update(autolock: true)", "nodes.list()", "tasks.list()",
          "secrets['x']", "configs.create('x', 'y')", "swarm.unlockKey", "swarm.leave()"
        }) {
      assertThatThrownBy(() -> alone(engine, "docker." + verb))
          .as(verb)
          .hasMessageContaining(
              "this engine is in no swarm; docker.swarm.init() starts one,"
                  + " docker.swarm.join('host:2377', joinToken: '…') joins one (503 on ");
    }
  }

  @OnEngines(apart = true)
  void swarmIsInitialisedLeftAndLocked(TestEngine engine) {
    assertThat(
            alone(
                engine,
                """
                def s = docker.swarm
                def before = [s.active, s.manager, s.state]
                s.init(advertiseAddr: address, listenAddr: "$address:23771", autolock: true)
                def key = s.unlockKey
                def during = [s.active, s.manager, s.state, key.startsWith('SWMKEY-')]
                s.leave(force: true, yes: true)
                [before, during, s.state]
                """))
        .hasToString("[[false, false, inactive], [true, true, active, true], inactive]");
  }

  @OnEngines(apart = true)
  void engineInASwarmDoesNotStartAnother(TestEngine engine) {
    assertThat(failure(engine, "docker.swarm.init(listenAddr: '127.0.0.1:23772')"))
        .startsWith(
            "Cannot start a swarm: this engine is in a swarm already;"
                + " docker.swarm.leave(force: true) leaves it (503 on POST /swarm/init, ");
    assertThat(failure(engine, "docker.swarm.leave()")).contains(" on POST /swarm/leave, ");
  }

  @OnEngines(apart = true)
  void tokensAreReadButNotShown(TestEngine engine) {
    assertThat(
            inSwarm(
                engine,
                """
                def t = docker.swarm.joinTokens
                def all = docker.swarm.inspect()
                [t.worker.startsWith('SWMTKN-'), t.manager != t.worker, "$t".contains('SWMTKN'),
                  t.json().contains('SWMTKN'), all.json().contains('SWMTKN'), "$all".contains('SWMTKN'),
                  all.JoinTokens.worker == t.worker]
                """))
        .hasToString("[true, true, false, false, false, false, true]");
  }

  @OnEngines(apart = true)
  void updateChangesWhatIsNamedOnly(TestEngine engine) {
    assertThat(
            inSwarm(
                engine,
                """
                def s = docker.swarm
                def old = s.joinTokens
                def raft = s.inspect().Spec.Raft
                s.update(taskHistoryLimit: 3, labels: [a: '1'], rotateWorkerToken: true)
                s.update { labels = [b: '2'] }
                def now = s.inspect().Spec
                s.update(taskHistoryLimit: 1)
                [now.Orchestration.TaskHistoryRetentionLimit, now.Labels, now.Raft == raft,
                  s.joinTokens.worker != old.worker, s.joinTokens.manager == old.manager]
                """))
        .hasToString("[3, {b=2}, true, true, true]");
  }

  @OnEngines(apart = true)
  void changesAtTheSameTimeAreAllMade(TestEngine engine) {
    assertThat(
            inSwarm(
                engine,
                """
                def changes = [[taskHistoryLimit: 4], [maxSnapshots: 2], [labels: [a: '1']],
                  [snapshotInterval: 9000]]
                changes.collect { change -> Thread.start { docker.swarm.update(change) } }*.join()
                def now = docker.swarm.inspect().Spec
                docker.swarm.update(taskHistoryLimit: 1)
                [now.Orchestration.TaskHistoryRetentionLimit, now.Raft.KeepOldSnapshots,
                  now.Raft.SnapshotInterval, now.Labels]
                """))
        .hasToString("[4, 2, 9000, {a=1}]");
  }

  @OnEngines(apart = true)
  void nodeIsListedAndChanged(TestEngine engine) {
    assertThat(failure(engine, "docker.nodes['nobody']"))
        .startsWith("Cannot inspect node 'nobody': ")
        .contains("(404 on GET /nodes/nobody, ");
    assertThat(failure(engine, "docker.nodes.self.update(availabilty: 'drain')"))
        .isEqualTo("unknown option 'availabilty' for node update; did you mean 'availability'?");
    assertThat(
            inSwarm(
                engine,
                """
                def n = docker.nodes.self
                def drained = n.drain().availability
                def back = n.activate().availability
                n.update(labels: [zone: 'a'])
                n.update { labels = [rack: '7'] }
                def list = docker.nodes.list(filters: [role: 'manager'])
                [n.name == docker.info.Name, n.role, n.managerStatus, n.status, drained, back, n.labels,
                  list*.id == [n.id], list.rows()[0].AVAILABILITY, docker.nodes[n.name].id == n.id,
                  n.tasks().size() >= 0]
                """))
        .hasToString(
            "[true, manager, leader, ready, drain, active, {rack=7}, true, active, true, true]");
  }

  @OnEngines(apart = true)
  void onlyManagerIsNotDemoted(TestEngine engine) {
    assertThat(failure(engine, "docker.nodes.self.demote()"))
        .contains("attempting to demote the last manager of the swarm");
  }
}
