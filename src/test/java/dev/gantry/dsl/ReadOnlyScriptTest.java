package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadOnlyScriptTest {
  @OnEngines
  void whatChangesIsRefusedInsideTheBlock(TestEngine engine) {
    assertThat(failure(engine, "docker.readOnly { docker.run('busybox', 'true', name: 'dsl-ro') }"))
        .isEqualTo(
            "Cannot create a container: it changes something, and Gantry is read-only here"
                + " (docker.readOnly); nothing was sent");
  }

  @OnEngines
  void nothingIsLeftOfATryAndTheBlockEnds(TestEngine engine) {
    Object seen =
        run(
            engine,
            """
            def c = docker.containers.create('busybox', 'true', name: 'dsl-ro')
            def tried = [{ c.start() }, { c.remove() }, { c.rename('dsl-rw') }, { c.exec('true') },
                         { docker.post('/containers/dsl-ro/start') }, { c.attach(stdin: 'x') },
                         { docker.api.ContainerKill(id: 'dsl-ro') }]
            def refused = docker.readOnly {
              tried.count { try { it(); false } catch (dev.gantry.engine.ReadOnlyException e) { true } }
            }
            def read = docker.readOnly {
              [docker.ps(all: true).any { it.name == 'dsl-ro' }, docker.df != null, c.inspect().State.Status]
            }
            c.rename('dsl-rw')
            [refused, read, docker.readOnly]
            """);
    assertThat(seen).hasToString("[7, [true, true, created], false]");
  }
}
