package dev.gantry.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpClient;
import dev.gantry.http.HttpExchange;
import dev.gantry.script.ScriptBinding;
import dev.gantry.shell.commands.CommandCompletion;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;

/** Completion against real engines, which see nothing but reads of it. */
@Timeout(180)
class EngineCompletionTest {
  private static final List<String> EVERYWHERE =
      List.of(
          "docker.",
          "docker.ps(",
          "docker.run('",
          "docker.run('busybox', ",
          "docker.containers.",
          "docker.containers['",
          "docker.images['",
          "docker.networks['",
          "docker.volumes['",
          "docker.services['",
          "docker.nodes['",
          "docker.secrets['",
          "docker.configs['",
          "docker.plugins['",
          "docker.swarm.",
          "docker.info.",
          "docker.version.",
          "docker.df.",
          "docker.system.prune(",
          "docker.events(filters: [container: '",
          "docker.api.",
          "docker.api.ContainerDelete(id: '",
          "docker.containers['dsl-complete'].",
          "docker.containers['dsl-complete'].remove(",
          "docker.containers['dsl-complete'].attrs.",
          "docker.containers['dsl-complete'].stop().",
          "docker.containers.prune().",
          "docker.containers['dsl-complete'].State.",
          "docker.containers['dsl-complete']['/",
          "docker.containers['dsl-complete'].copyTo('x', '/etc/",
          "c.",
          "c.attrs.HostConfig.",
          "c['/",
          "c.kill('",
          "c.remove().",
          "all[0].",
          "all.each { it.",
          "docker.on('");

  /** A session at an engine, and every request that its engine sees of it. */
  private record At(Docker docker, Completion completion, ScriptBinding variables) {
    private List<String> texts(String text) {
      return completion.after(text).stream().map(Suggestion::text).toList();
    }

    /** Waits for answers, which come when they come. */
    private void await(String text, String expected) {
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!texts(text).contains(expected)) {
        assertThat(System.nanoTime()).as(() -> text + " gives " + texts(text)).isLessThan(end);
        Thread.onSpinWait();
      }
    }
  }

  private static void at(TestEngine engine, List<String> seen, Consumer<At> use) {
    try (HttpClient http = new HttpClient(Transport.to(engine.host()))) {
      HttpExchange recorder =
          request -> {
            seen.add(request.method() + " " + request.target());
            return http.send(request);
          };
      Docker docker =
          new Docker(
              new EngineClient(recorder, engine.host().toString(), null),
              new Caller(Path.of("").toAbsolutePath(), Map.of(), Notices.NONE));
      ScriptBinding variables = new ScriptBinding(Map.of("docker", () -> docker));
      Completion completion =
          new Completion(variables, Map.of("docker", Docker.class), new CommandCompletion());
      use.accept(new At(docker, completion, variables));
    }
  }

  private static void withContainer(TestEngine engine, Consumer<At> use) {
    at(
        engine,
        new CopyOnWriteArrayList<>(),
        at -> {
          at.docker()
              .getContainers()
              .create(Map.of("name", "dsl-complete", "labels", Map.of("odd/key", "1")), "busybox");
          try {
            use.accept(at);
          } finally {
            at.docker().getContainers().get("dsl-complete").remove(Map.of("force", true));
          }
        });
  }

  @OnEngines
  void namesKeysAndPathsAreThoseThatAreThere(TestEngine engine) {
    withContainer(
        engine,
        at -> {
          at.await("docker.containers['dsl-c", "dsl-complete'");
          at.await("docker.containers.dsl", "'dsl-complete'");
          at.await("docker.run('busyb", "busybox:latest'");
          at.await("docker.run('busybox', network: 'br", "bridge'");
          at.await("docker.containers['dsl-complete'].State.Sta", "Status");
          at.await(
              "docker.containers['dsl-complete'].at('/Config/Labels/", "/Config/Labels/odd~1key'");
          at.await("docker.containers['dsl-complete']['/et", "/etc/");
          at.await("docker.containers['dsl-complete'].copyFrom('/bin/busyb", "/bin/busybox'");
          at.variables().setVariable("c", at.docker().getContainers().get("dsl-complete"));
          at.await("c.attrs.HostConfig.RestartP", "RestartPolicy");
        });
  }

  @OnEngines
  void engineSeesNothingButReads(TestEngine engine) {
    withContainer(
        engine,
        maker -> {
          List<String> seen = new CopyOnWriteArrayList<>();
          at(
              engine,
              seen,
              at -> {
                at.variables().setVariable("c", maker.docker().getContainers().get("dsl-complete"));
                at.variables().setVariable("all", maker.docker().ps(Map.of("all", true)));
                at.await("docker.containers['dsl-c", "dsl-complete'");
                EVERYWHERE.forEach(at::texts);
                at.await("docker.containers['dsl-complete']['/", "/etc/");
              });
          assertThat(seen).isNotEmpty().allMatch(it -> it.matches("(GET|HEAD) .*"));
          assertThat(seen).noneMatch(it -> it.contains("/events") || it.contains("/logs"));
        });
  }

  @OnEngines
  void thingThatIsMadeIsOfferedSoon(TestEngine engine) {
    withContainer(
        engine,
        at -> {
          at.await("docker.containers['dsl-c", "dsl-complete'");
          at.docker().getContainers().get("dsl-complete").rename("dsl-renamed");
          try {
            at.await("docker.containers['dsl-r", "dsl-renamed'");
          } finally {
            at.docker().getContainers().get("dsl-renamed").rename("dsl-complete");
          }
        });
  }
}
