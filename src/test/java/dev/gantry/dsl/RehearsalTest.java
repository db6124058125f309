package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.engine.EngineClient;
import dev.gantry.engine.Route;
import dev.gantry.engine.rehearsal.RehearsalExchange;
import dev.gantry.engine.trace.CurlCommand;
import dev.gantry.http.HttpClient;
import dev.gantry.http.HttpRequest;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.Transport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** Scripts with {@code --dry-run}: they run on, and nothing changes. */
@Timeout(120)
class RehearsalTest {
  private final List<HttpRequest> sent = new CopyOnWriteArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();

  private @Nullable Object rehearsed(TestEngine engine, String script) {
    sent.clear();
    said.clear();
    try (HttpClient http = new HttpClient(Transport.to(engine.host()))) {
      RehearsalExchange rehearsal =
          new RehearsalExchange(
              request -> {
                sent.add(request);
                return http.send(request);
              },
              new CurlCommand(engine.host(), null),
              said::add);
      EngineClient client = new EngineClient(rehearsal, engine.host().toString(), null);
      return DslScript.evaluate(
          new Docker(client, DslScript.caller(Notices.NONE)), Map.of(), script);
    } finally {
      assertThat(sent).noneMatch(request -> Route.of(request).mutates());
    }
  }

  @OnEngines
  void containerThatIsOnlyRehearsedGoesThroughItsLife(TestEngine engine) {
    Object seen =
        rehearsed(
            engine,
            """
            def c = docker.run('busybox', 'sleep', '9', detach: true, name: 'dsl-dry', labels: [a: 'b'])
            def states = [c.reload().status, docker.ps().find { it.name == 'dsl-dry' }.status]
            c.pause(); states << c.reload().status
            c.unpause(); states << c.reload().status
            c.stop(); states << c.reload().status
            def out = c.exec('ls').exitCode
            def logs = c.logs().toString()
            def again = docker.containers['dsl-dry'].labels.a
            c.rename('dsl-other'); c.update(memory: '64m')
            c.remove()
            [states, out, logs, again, docker.containers.list(all: true).any { it.name == 'dsl-dry' }]
            """);
    assertThat(seen).hasToString("[[running, running, paused, running, exited], 0, , b, false]");
    assertThat(String.join("\n", said))
        .contains("# not sent: create a container\ncurl ", "# not sent: start container '")
        .contains("name=dsl-dry", "\"Labels\":{\"a\":\"b\"}");
  }

  @OnEngines
  void programIsRunWithoutOutput(TestEngine engine) {
    assertThat(
            rehearsed(
                engine,
                "docker.containers.create('busybox'); assert docker.ps(all: true).size() >"
                    + " docker.ps().size(); def r = docker.run('busybox', 'echo', 'hi', rm: true,"
                    + " stdin: 'x'); [r.exitCode, r.out]"))
        .hasToString("[0, ]");
  }

  @OnEngines
  void everyKindOfThingHasAStandIn(TestEngine engine) {
    Object seen =
        rehearsed(
            engine,
            """
            def pulled = docker.images.pull('dsl-none/such:1')
            def built = docker.images.build(dockerfile: 'FROM busybox', tag: 'dsl-built', buildkit: false)
            def net = docker.networks.create('dsl-dry-net', labels: [x: 'y'])
            def vol = docker.volumes.create('dsl-dry-vol')
            pulled.tag('dsl-none/such:2')
            docker.run('dsl-none/such:1', detach: true, network: net.name, volumes: ["${vol.name}:/v"])
            docker.volumes.prune(yes: true); docker.images.prune(); docker.networks.prune()
            docker.images['dsl-none/such:2'].untag('dsl-none/such:2')
            [pulled.tags, built.image?.tags, net.reload().labels, vol.reload().Driver]
            """);
    assertThat(seen).hasToString("[[dsl-none/such:1], [dsl-built:latest], {x=y}, local]");
  }

  @OnEngines
  void containerThatIsThereIsSeenAsItWouldBe(TestEngine engine) {
    DslScript.run(
        engine,
        "docker.run('busybox', 'sleep', '60', detach: true, name: 'keep-dry', rm: true, init:"
            + " true)");
    try {
      Object seen =
          rehearsed(
              engine,
              """
              def c = docker.containers['keep-dry']
              c.stop()
              [c.reload().status, c.waitFor()]
              """);
      assertThat(seen).asString().startsWith("[exited, 0");
      assertThat(DslScript.text(engine, "docker.containers['keep-dry'].reload().status"))
          .isEqualTo("running");
    } finally {
      DslScript.run(engine, "docker.containers['keep-dry'].remove(force: true)");
    }
  }
}
