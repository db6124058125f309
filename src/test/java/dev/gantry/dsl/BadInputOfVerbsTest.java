package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BadInputOfVerbsTest {

  @OnEngines
  void unknownOptionOfAnyVerbIsNamedAndNothingIsSent(TestEngine engine) {
    List<String> sent =
        DslScript.requests(
            engine,
            """
            def c = docker.containers.create('busybox', name: 'dsl-bad')
            def n = docker.networks.create('dsl-bad')
            def v = docker.volumes.create('dsl-bad')
            def i = docker.images.busybox
            def verbs = [
              { docker.ps(it) }, { docker.run(it, 'busybox') }, { docker.containers.create(it, 'busybox') },
              { docker.containers.prune(it) }, { c.stop(it) }, { c.restart(it) }, { c.remove(it) },
              { c.update(it) }, { c.logs(it) }, { c.logs(it) { line -> } }, { c.exec(it, 'ls') },
              { c.waitFor(it) }, { c.waitFor(it, 'exited') }, { c.commit(it) }, { c.commit(it, 'x:1') },
              { c.inspect(it) },
              { docker.images.list(it) }, { docker.images.pull(it, 'x') }, { docker.images.push(it, 'x') },
              { docker.images.importImage(it, 'x'.bytes) }, { docker.images.load(it, 'x'.bytes) },
              { docker.images.search(it, 'x') }, { docker.images.prune(it) },
              { docker.images.distribution(it, 'x') }, { i.remove(it) }, { i.push(it, 'x') },
              { i.inspect(it) }, { i.attestations(it) },
              { docker.networks.list(it) }, { docker.networks.create(it, 'dsl-x') },
              { docker.networks.prune(it) }, { n.connect(it, c) }, { n.disconnect(it, c) },
              { n.inspect(it) },
              { docker.volumes.list(it) }, { docker.volumes.create(it, 'dsl-x') },
              { docker.volumes.prune(it) }, { v.remove(it) }, { v.update(it) },
              { docker.system.df(it) }, { docker.system.events(it) }, { docker.events(it) { e -> } },
              { docker.system.prune(it) }, { docker.auth(it) }, { docker.buildCache.prune(it) }]
            sent.clear()
            verbs.eachWithIndex { verb, index ->
              def said = ''
              try { verb([noSuchOption: 1]) } catch (dev.gantry.UsageException e) { said = e.message }
              assert said.startsWith("unknown option 'noSuchOption' for ") : index
            }
            sent << 'the end'
            """);
    assertThat(sent.get(0)).isEqualTo("the end");
  }
}
