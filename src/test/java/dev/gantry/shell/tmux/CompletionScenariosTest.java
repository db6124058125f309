package dev.gantry.shell.tmux;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Notices;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.Tmux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tab, wherever somebody may press it. */
@Timeout(240)
class CompletionScenariosTest {
  private static final int LOOKS_PER_PRESS = 8;

  @TempDir private Path home;

  @OnEngines("28")
  void tabKnowsWhatIsThere(TestEngine engine) throws Exception {
    Docker docker = new Docker(engine.client(), new Caller(home, Map.of(), Notices.NONE));
    docker.getContainers().create(Map.of("name", "dsl-tab"), "busybox");
    docker.getContainers().create(Map.of("name", "dsltab"), "busybox");
    try {
      for (int columns : Tmux.WIDTHS) {
        Path own = Files.createDirectories(home.resolve("at" + columns));
        try (Tmux shell = Tmux.open(engine, own, columns)) {
          names(shell);
          options(shell);
          data(shell);
          elsewhere(shell);
          listThatFits(shell);
        }
      }
    } finally {
      docker.getContainers().get("dsl-tab").remove();
      docker.getContainers().get("dsltab").remove();
    }
  }

  private static void names(Tmux shell) {
    tab(shell, "docker.containers['dsl-", "docker.containers['dsl-tab'");
    tab(shell, "docker.containers[", "dsl-tab", "(busybox");
    tab(shell, "docker.images['", "images", "busybox:latest");
  }

  private static void options(Tmux shell) {
    tab(shell, "docker.run('busybox', hostn", "docker.run('busybox', hostname:");
    tab(shell, "docker.run('busybox', restart: '", "always", "unless-stopped");
    tab(shell, "docker.ps(filters: [st", "docker.ps(filters: [status:");
  }

  private static void data(Tmux shell) {
    tab(shell, "docker.containers['dsl-tab'].attrs.HostConfig.RestartP", ".RestartPolicy");
    tab(shell, "docker.ps(all: true).each { it.shortI", "it.shortId");
    tab(shell, "docker.containers['dsl-tab']['/bin/busyb", "['/bin/busybox'");
    tab(shell, "docker.api.ContainerTo", "docker.api.ContainerTop(");
  }

  private static void elsewhere(Tmux shell) {
    tab(shell, "/trace o", "off", "on");
    tab(shell, "docker.zzzz", "nothing to complete");
    tab(shell, "docker.images.build('./src/ma", "./src/main/");
    shell.wipe().type("docker.containers.dslt.name").key("Left", "Left", "Left", "Left", "Left");
    pressUntil(shell, "docker.containers.dsltab.name");
    shell.key("C-c").awaitPrompt();
    shell.wipe().type("[docker.run('x',").key("Enter").type("memoryRes");
    pressUntil(shell, "memoryReservation:");
    shell.key("C-c").awaitPrompt();
  }

  /** Twice the key takes nothing, and letters make the list shorter. */
  private static void listThatFits(Tmux shell) {
    shell.wipe().type("docker.");
    pressUntil(shell, "properties", "containers", "volumes");
    shell.key("Tab").type("volu").await("docker.volu");
    shell.key("Tab").await("docker.volumes");
    shell.key("C-e", "C-u");
    tab(shell, "docker.run(", "usual options", "detach", "more: type a letter");
  }

  private static void tab(Tmux shell, String typed, String... expected) {
    shell.wipe().type(typed);
    pressUntil(shell, expected);
    shell.key("C-e", "C-u");
  }

  /** A name that is still on its way from the engine takes another press. */
  private static void pressUntil(Tmux shell, String... expected) {
    AtomicInteger looks = new AtomicInteger();
    shell.await(
        String.join(" and ", expected),
        screen -> {
          boolean there = Stream.of(expected).allMatch(screen::contains);
          if (!there && looks.getAndIncrement() % LOOKS_PER_PRESS == 0) {
            shell.key("Tab");
          }
          return there;
        });
  }
}
