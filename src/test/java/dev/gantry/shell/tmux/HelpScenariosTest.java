package dev.gantry.shell.tmux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.Tmux;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who asks is answered. */
@Timeout(240)
class HelpScenariosTest {
  @TempDir private Path home;

  @OnEngines("28")
  void questionsAreAnswered(TestEngine engine) {
    for (int columns : Tmux.WIDTHS) {
      try (Tmux shell = Tmux.open(engine, home.resolve("at" + columns), columns)) {
        assertThat(shell.screen()).contains("docker is the engine", "?docker.run", "/tour");
        assertThat(shell.answer("?docker.containers.web.stop"))
            .contains("container.stop(options)", "docker stop NAME", "since API 1.42");
        assertThat(shell.answer("docker.containers.web.pause?")).contains("docker pause NAME");
        assertThat(shell.answer("n = [Name: 'box']; n")).contains("box");
        assertThat(shell.answer("n?")).contains("n is a map of 1 key");
        assertThat(shell.answer("n.Nmae")).contains("null: no key 'Nmae'; did you mean 'Name'?");
        assertThat(shell.answer("help(docker.&unknown)")).contains("no help on 'unknown'");
        assertThat(shell.answer("/help")).contains("/find", "Topics:", "Commands:");
        assertThat(shell.answer("/help streams")).contains("follow: true");
        assertThat(shell.answer("/find restartpolicy")).contains("HostConfig.RestartPolicy");
        assertThat(shell.answer("docker.ps")).contains("'ps' of Docker is a verb");
        shell.wipe().type("docker.images.prune").key("F1").await("docker image prune");
        shell.await("a line that is still there", it -> it.contains("> docker.images.prune"));
        shell.key("C-u").wipe().type("docker.volumes.create('x', ").key("M-h");
        shell.await("docker volume create NAME").key("C-u");
      }
    }
  }

  @Test
  void withoutAnEngineThereIsHelpAndTheTourSaysHowToReachOne() {
    for (int columns : Tmux.WIDTHS) {
      Path folder = home.resolve("alone" + columns);
      try (Tmux shell =
          Tmux.start(Map.of(), folder, columns, "-H", "unix:///nowhere/docker.sock")) {
        shell.awaitPrompt();
        assertThat(shell.answer("?docker.containers.web.pause")).contains("docker pause NAME");
        assertThat(shell.answer("/find --health-cmd")).contains("healthCmd");
        shell.wipe().enter("/tour").await("1/5").await("q leaves").key("Enter");
        shell.await("No engine is reached").await("gantry --doctor").awaitPrompt();
      }
    }
  }

  @OnEngines("28")
  void tourIsWalkedThroughOrLeft(TestEngine engine) {
    for (int columns : Tmux.WIDTHS) {
      try (Tmux shell = Tmux.open(engine, home.resolve("tour" + columns), columns)) {
        shell.wipe().enter("/tour").await("1/5").await("docker.ps(all: true)").key("Enter");
        shell.await("2/5").enter("s").await("3/5").enter("s").await("4/5").enter("s");
        shell.await("5/5").key("Enter").await("docker.run(restart: …)").await("That was it.");
        shell.wipe().enter("/tour").await("1/5").key("C-c").await("The tour is left");
        shell.wipe().enter("/tour").await("1/5").enter("q").await("The tour is left");
        shell.awaitPrompt();
      }
    }
  }
}
