package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VolumesTest {

  @OnEngines
  void missingVolumeIsNotFound(TestEngine engine) {
    assertThat(failure(engine, "docker.volumes['dsl-nothing']"))
        .isEqualTo(
            "Cannot inspect volume 'dsl-nothing': get dsl-nothing: no such volume"
                + " (404 on GET /volumes/dsl-nothing, %s)".formatted(engine.host()));
  }

  @OnEngines
  void unknownOptionNamesTheNearest(TestEngine engine) {
    assertThat(failure(engine, "docker.volumes.create('dsl-v', lables: [:])"))
        .isEqualTo("unknown option 'lables' for volume create; did you mean 'labels'?");
  }

  @OnEngines
  void volumeInUseIsAConflict(TestEngine engine) {
    assertThat(
            failure(
                engine,
                """
                docker.containers.create('busybox', name: 'dsl-c', volumes: ['dsl-v:/d'])
                docker.volumes['dsl-v'].remove()
                """))
        .startsWith("Cannot remove volume 'dsl-v': remove dsl-v: volume is in use - [")
        .contains("(409 on DELETE /volumes/dsl-v, ");
  }

  @OnEngines
  void removedVolumeIsGoneUnlessForced(TestEngine engine) {
    assertThat(failure(engine, "def v = docker.volumes.create('dsl-v'); v.remove(); v.remove()"))
        .contains("no such volume (404 on DELETE /volumes/dsl-v, ");
    assertThat(
            run(
                engine,
                """
                def v = docker.volumes.create('dsl-v')
                v.remove(force: true)
                v.remove { force = true }
                docker.volumes.list(filters: [name: 'dsl-v']).size()
                """))
        .isEqualTo(0);
  }

  @OnEngines
  void volumeIsCreatedWithOptionsAndListed(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def v = docker.volumes.create('dsl-v', labels: [a: 'b'])
                def w = docker.volumes.create('dsl-w') { labels = ['a=c'] }
                def x = docker.volumes.create { name = 'dsl-x' }
                def list = docker.volumes.list(filters: [label: 'a=b'])
                [v.labels, w.labels, x.name, v.driver, v.mountpoint.endsWith('/dsl-v/_data'),
                  v.Scope, "$v", list*.name, list.rows()[0].'VOLUME NAME']
                """))
        .hasToString("[{a=b}, {a=c}, dsl-x, local, true, local, volume dsl-v, [dsl-v], dsl-v]");
  }

  @OnEngines
  void volumeWithoutANameGetsOneFromTheDaemon(TestEngine engine) {
    assertThat(
            run(
                engine,
                "def v = docker.volumes.create(); try { v.name.size() } finally { v.remove() }"))
        .isEqualTo(64);
  }

  @OnEngines
  void volumeKeepsWhatAContainerWrote(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                docker.run('busybox', 'sh', '-c', 'echo kept > /d/f', volumes: ['dsl-v:/d'], rm: true)
                docker.run('busybox', 'cat', '/d/f', volumes: ['dsl-v:/d:ro'], rm: true).out
                """))
        .isEqualTo("kept\n");
  }

  @OnEngines
  void unusedVolumesArePruned(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def made = docker.api.VolumeCreate(body: [Labels: ['dsl-prune': '1']]).Name
                def gone = docker.volumes.prune(filters: [label: 'dsl-prune'], yes: true)
                def again = docker.volumes.prune { filters = [label: 'dsl-prune']; yes = true }
                [gone.VolumesDeleted == [made], again.VolumesDeleted ?: []]
                """))
        .isEqualTo(List.of(true, List.of()));
  }

  @OnEngines(
      value = {"26", "28"},
      apart = true)
  void volumeOfASwarmIsChanged(TestEngine engine) {
    assertThat(
            SwarmFixture.inSwarm(
                engine,
                """
                def v = docker.volumes.create('dsl-of-swarm', driver: 'dsl-nobody', body: [
                  ClusterVolumeSpec: [Group: 'g', Availability: 'active',
                    AccessMode: [Scope: 'single', Sharing: 'none', MountVolume: [:]]]])
                try {
                  v.update(availability: 'pause')
                  def paused = v.ClusterVolume.Spec.Availability
                  v.update { availability = 'drain' }
                  [paused, v.ClusterVolume.Spec.Availability, v.ClusterVolume.Spec.Group]
                } finally {
                  v.remove(force: true)
                }
                """))
        .hasToString("[pause, drain, g]");
  }
}
