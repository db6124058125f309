package dev.gantry.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Container;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.engine.EngineClient;
import dev.gantry.http.HttpClient;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.Session;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.Transport;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TourTest {
  private final List<HttpClient> clients = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final List<String> entered = new ArrayList<>();

  @AfterEach
  void close() {
    clients.forEach(HttpClient::close);
  }

  @Test
  void withoutAnEngineItSaysHowToReachOne() {
    tour(DockerHost.parse("unix:///nowhere/docker.sock"), "");
    assertThat(entered).containsExactly("docker.ps(all: true)");
    assertThat(said).last().asString().contains("--doctor", "-H ADDRESS", "?docker.run");
  }

  @Test
  void whoLeavesLeavesAndWhoSkipsSkips() {
    tour(DockerHost.parse("unix:///nowhere/docker.sock"), "s", "s", "q");
    assertThat(entered).isEmpty();
    assertThat(said).last().isEqualTo("The tour is left; /tour begins it again.");
    tour(DockerHost.parse("unix:///nowhere/docker.sock"), (String) null);
    assertThat(entered).isEmpty();
  }

  @OnEngines
  void onlyReadsAreSent(TestEngine engine) {
    Docker docker = new Docker(engine.client(), caller());
    Container web =
        (Container)
            docker.run(
                Map.of("name", "dsl-tour", "detach", true), "busybox", "sh", "-c", "sleep 600");
    try {
      tour(engine.host(), "", "", "", "", "");
    } finally {
      web.remove(Map.of("force", true));
    }
    assertThat(entered).hasSize(5).contains("docker.containers['dsl-tour'].logs(tail: 5)");
    assertThat(said).last().asString().startsWith("That was it.");
    assertThat(sent).hasSizeGreaterThan(3).allMatch(it -> it.matches("(GET|HEAD) .*"));
  }

  private void tour(DockerHost host, @Nullable String... answers) {
    Docker docker = docker(host);
    Session session =
        new Session(new ScriptSettings(Map.of("docker", () -> docker), false, status -> {}));
    Deque<String> rest = new ArrayDeque<>();
    Arrays.stream(answers).filter(Objects::nonNull).forEach(rest::add);
    new Tour(
            new Tour.Guide() {
              @Override
              public void say(String text) {
                said.add(text);
              }

              @Override
              public void enter(String line) {
                entered.add(line);
                if (!line.startsWith("?")) {
                  session.evaluate(line);
                }
              }

              @Override
              public @Nullable String ask(String question) {
                return rest.poll();
              }

              @Override
              public @Nullable Object last() {
                return session.variables().getVariables().get("_");
              }

              @Override
              public @Nullable Object lastError() {
                return session.variables().getVariables().get("_error");
              }
            })
        .run();
  }

  private Docker docker(DockerHost host) {
    HttpClient http = new HttpClient(Transport.to(host));
    clients.add(http);
    EngineClient client =
        new EngineClient(
            request -> {
              sent.add(request.method() + " " + request.target());
              return http.send(request);
            },
            host.toString(),
            null);
    return new Docker(client, caller());
  }

  private static Caller caller() {
    return new Caller(Path.of(""), Map.of(), Notices.NONE);
  }
}
