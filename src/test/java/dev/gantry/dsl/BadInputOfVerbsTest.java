package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
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

  @OnEngines
  void whatIsNoNameIsRefusedAndNothingIsSent(TestEngine engine) {
    List<String> sent =
        DslScript.requests(
            engine,
            """
            def all = [docker.containers, docker.images, docker.networks, docker.volumes,
              docker.plugins, docker.nodes, docker.services, docker.tasks, docker.secrets,
              docker.configs]
            def said = { work ->
              try { work(); 'nothing' } catch (dev.gantry.UsageException e) { e.message }
            }
            docker.version
            sent.clear()
            all.each { things ->
              def kind = things.toString().split(' ')[0]
              ['', ' ', null].each { name ->
                assert said { things.get(name) }.startsWith("docker.$kind wants a name or an id, got ")
                assert said { things[name] }.contains(' wants a name or an id')
              }
              ['.', '..', 'a/../b', '/a', 'a/', 'a\\nb', 'a\\u0000b'].each { name ->
                assert said { things.get(name) } =~ /^parameter '(id|name)' of \\w+Inspect is no name: 'a?/
              }
            }
            [{ docker.run(null) }, { docker.containers.create(null) }, { docker.images.pull(null) },
              { docker.run('busybox', null) }, { docker.images.push(null) }].each { verb ->
              assert said(verb).endsWith('(an image, the words of a command), got null')
            }
            assert said { docker.images.load((Object) null) }.endsWith('(a text, a File or a Path), got null')
            sent << 'the end'
            """);
    assertThat(sent.get(0)).isEqualTo("the end");
  }

  @OnEngines
  void oddNamesAreNotFoundByThatName(TestEngine engine) {
    DslScript.run(
        engine,
        """
        ['UPPER', 'a b', 'ü', 'a?b#c', '%2e%2e', 'x' * 10240].each { name ->
          [docker.containers, docker.networks, docker.volumes, docker.images].each { things ->
            try {
              things[name]
              assert false
            } catch (dev.gantry.engine.EngineException e) {
              assert e.message.startsWith('Cannot inspect ') && e.message.contains("'$name'")
              assert !e.message.contains('page not found')
            }
          }
        }
        """);
  }

  @OnEngines
  void nullInThePlaceOfAValueIsToldByItsVerb(TestEngine engine) {
    for (String verb : List.of("rename", "kill", "file", "export")) {
      assertThat(
              failure(
                  engine,
                  "docker.containers.create('busybox', name: 'dsl-null').%s(null)".formatted(verb)))
          .as(verb)
          .contains("null")
          .doesNotContain("NullPointerException");
    }
    assertThat(failure(engine, "docker.images.busybox.tag(null)")).doesNotContain("Exception");
  }
}
