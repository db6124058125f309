package dev.gantry.shell.tmux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the shell, its settings and its start-up file, as a person meets them. */
@Timeout(300)
class SessionScenariosTest {
  @TempDir Path home;

  @OnEngines("28")
  void commandsAtAnOldAndARoomyTerminal(TestEngine engine) throws IOException {
    Path config = Files.createDirectories(home.resolve(".config/gantry"));
    Files.writeString(config.resolve("config.toml"), "sugest = 'off'\n[aliases]\ntwo = '1 + 1'\n");
    Files.writeString(config.resolve("init.groovy"), "def twice(n) { n * 2 }\n");
    for (int columns : Tmux.WIDTHS) {
      try (Tmux shell = Tmux.open(engine, home, columns)) {
        assertThat(shell.everything()).contains("no setting 'sugest'");
        assertThat(shell.answer("twice(21)")).contains("42");
        assertThat(shell.answer("/two")).contains("\n2\n");
        session(shell, columns);
        engines(shell, engine);
        outside(shell);
      }
    }
  }

  private void session(Tmux shell, int columns) {
    shell.answer("def x = 1; import java.sql.Timestamp as T");
    assertThat(shell.answer("/vars")).containsPattern("x +Integer +1");
    assertThat(shell.answer("/imports")).contains("java.sql.Timestamp as T");
    assertThat(shell.answer("x = 5; none()")).contains("no such method 'none'");
    assertThat(shell.answer("x")).contains("\n1\n");
    assertThat(shell.answer("/set pager")).containsPattern("pager +auto +auto");
    assertThat(shell.answer("/set pagr off")).contains("did you mean 'pager'?");
    Path saved = home.resolve("s" + columns + ".groovy");
    assertThat(shell.answer("/save " + saved)).contains("saved: gantry");
    assertThat(shell.answer("/run " + saved)).doesNotContain("error");
    assertThat(shell.answer("/load " + saved)).doesNotContain("cannot");
    assertThat(shell.answer("/reset x")).contains("forgot x");
  }

  private static void engines(Tmux shell, TestEngine engine) {
    assertThat(shell.answer("/use nosuch")).contains("docker stays what it was");
    assertThat(shell.answer("/use " + engine.host())).contains("docker is unix://");
    assertThat(shell.answer("/use")).contains("DOCKER ENDPOINT");
    assertThat(shell.answer("/doctor")).contains("API");
  }

  private static void outside(Tmux shell) {
    assertThat(shell.answer("/!echo out; exit 3")).contains("out\n", "exit status 3");
    shell.wipe();
    shell.enter("/!echo st''arted; sleep 600").await("started").key("C-c").awaitPrompt();
    shell.wipe();
    shell.enter("/!printf 'a\\nb\\n' | less").await("(END)").key("q").awaitPrompt();
    assertThat(shell.answer("'still ' + 'here'")).contains("still here");
    shell.enter("/quit");
    assertThat(shell.exitStatus()).isZero();
  }
}
