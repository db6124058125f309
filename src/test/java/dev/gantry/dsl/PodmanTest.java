package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import org.junit.jupiter.api.Timeout;

/** Everyday verbs on Podman, which answers some of them in its own way. */
@Timeout(120)
class PodmanTest {

  @OnEngines("podman")
  void missingContainerIsNotFound(TestEngine engine) {
    assertThat(failure(engine, "docker.containers['dsl-nothing']"))
        .startsWith("Cannot inspect container 'dsl-nothing': no container with name or ID ")
        .contains("(404 on GET /containers/dsl-nothing/json, ");
  }

  @OnEngines("podman")
  void runThatRemovesItsContainerTellsItsStatus(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def r = docker.run('busybox', 'sh', '-c', 'echo a; echo b >&2; exit 3',
                    rm: true, name: 'dsl-r')
                [r.out, r.err, r.exitCode, docker.ps(all: true)*.name.contains('dsl-r')]
                """))
        .hasToString("[a\n, b\n, 3, false]");
  }

  @OnEngines("podman")
  void containerIsRunAskedAndStopped(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'echo ready; exec sleep 60', name: 'dsl-p',
                    detach: true, labels: [tier: 'web'])
                def listed = docker.ps(filters: [label: 'tier=web'])
                def x = c.exec('sh', '-c', 'echo a; echo b >&2; exit 4')
                def log = c.logs(follow: true, tail: 1).find { it }
                c.kill()
                [listed*.name, x.out, x.err, x.exitCode, "$log", c.waitFor(), c.status]
                """))
        .hasToString("[[dsl-p], a\n, b\n, 4, ready, 137, exited]");
  }

  @OnEngines("podman")
  void eventsAreFilteredAndToldByTheNamesOfDocker(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sleep', '60', name: 'dsl-e', detach: true)
                def since = docker.system.events(filters: [event: ['die', 'destroy']])
                Thread.start { c.kill(); c.waitFor(); c.remove() }
                def seen = []
                while (!seen.contains('destroy')) {
                  def e = since.next()
                  if (e.id == c.id) {
                    seen << e.action
                  }
                }
                since.close()
                [seen, docker.ping().Podman ==~ /\\d.*/]
                """))
        .hasToString("[[die, destroy], true]");
  }

  @OnEngines("podman")
  void networksAndVolumesComeAndGo(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def n = docker.networks.create('dsl-n')
                def v = docker.volumes.create('dsl-v', labels: [a: 'b'])
                [n.name, n.driver, docker.networks.list()*.name.contains('dsl-n'), v.labels,
                 docker.images['busybox'].tags]
                """))
        .hasToString("[dsl-n, bridge, true, {a=b}, [docker.io/library/busybox:latest]]");
  }
}
