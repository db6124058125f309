package dev.gantry.shell.tmux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.Tmux;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does in the first minute. */
@Timeout(180)
class FirstStepsTest {
  @TempDir private Path home;

  @OnEngines("28")
  void asksComputesErrsAndLeaves(TestEngine engine) {
    for (int columns : Tmux.WIDTHS) {
      try (Tmux shell = Tmux.open(engine, home.resolve("at" + columns), columns)) {
        assertThat(shell.answer("docker.version.Version")).contains(engine.version());
        assertThat(shell.answer("docker.networks")).contains("bridge", "host", "none");
        assertThat(shell.answer("def n = 20")).contains("20");
        assertThat(shell.answer("n + 22")).contains("42");
        assertThat(shell.answer("nn")).contains("nn").doesNotContain("\tat ");
        assertThat(shell.answer("(1..3).collect { it * n }")).contains("it * n }", "60");
        assertThat(shell.answer("'a }'.size()")).contains("3");
        shell.key("C-d");
        assertThat(shell.exitStatus()).isZero();
      }
    }
  }

  @OnEngines("28")
  void interruptedEntryGivesThePromptBack(TestEngine engine) {
    try (Tmux shell = Tmux.open(engine, home, 80)) {
      shell.wipe().enter("x = 1; println 'be' + 'gun'; while (true) { x++ }");
      shell.await("begun").interrupt();
      assertThat(shell.answer("x > 1")).contains("true");
      shell.enter("exit(3)");
      assertThat(shell.exitStatus()).isEqualTo(3);
    }
  }
}
