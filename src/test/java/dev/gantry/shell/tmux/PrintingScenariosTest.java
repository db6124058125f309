package dev.gantry.shell.tmux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import dev.gantry.testing.Tmux;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What results look like on real screens, and how one gets past them. */
@Timeout(300)
class PrintingScenariosTest {
  private static final String RUN =
      "docker.run('busybox', 'sleep', '600', name: 'dsl-print', detach: true, stopTimeout: 0)";
  private static final String REMOVE =
      "docker.ps(all: true).findAll { it.name == 'dsl-print' }*.remove(force: true).size()";

  @TempDir private Path home;

  @OnEngines("28")
  void tablesFitAnyScreenAndColoursTellStates(TestEngine engine) {
    try (Tmux shell = Tmux.open(engine, home, 140)) {
      shell.answer(RUN);
      try {
        String list = "docker.ps().findAll { it.name == 'dsl-print' }";
        assertThat(shell.answer(list)).contains("COMMAND", "sleep 600", "Up ");
        assertThat(shell.colours()).containsPattern("\u001b\\[32mUp ");
        shell.wipe().resize(80, 24);
        assertThat(shell.answer(list)).contains("CONTAINER ID", "dsl-print", "Up ");
        shell.wipe().resize(40, 24);
        assertThat(shell.answer(list)).contains("… not shown: ", "dsl-print", "Up ");
        shell.wipe().resize(140, 24);
        events(shell);
      } finally {
        shell.answer(REMOVE);
      }
    }
  }

  /** The name stands out in what is followed, and Ctrl-C ends it. */
  private static void events(Tmux shell) {
    shell.wipe().enter("docker.events(since: '1m', filters: [container: 'dsl-print'])");
    shell.await("name=dsl-print");
    assertThat(shell.colours()).containsPattern("name=\u001b\\[[39][456]mdsl-print");
    shell.interrupt();
  }

  @OnEngines("28")
  void whatIsLongerThanTheScreenIsPagedAndLeftCleanly(TestEngine engine) {
    for (int columns : Tmux.WIDTHS) {
      try (Tmux shell = Tmux.open(engine, home.resolve("at" + columns), columns)) {
        shell.wipe().enter("docker.info");
        shell.await("q: leave").key("q").awaitPrompt();
        shell.wipe().enter("big = (1..1_000_000).collect { it }");
        shell.await("q: leave").key("G").await("… 999,500 more: _.tree() shows all");
        shell.key("C-c").awaitPrompt();
        assertThat(shell.answer("big.size()")).contains("1000000");
        shell.wipe().enter("'line\\n' * 100").await("q: leave").key("q").awaitPrompt();
        assertThat(shell.answer("'typed ' + 'well'")).contains("\ntyped well");
      }
    }
  }

  @OnEngines("28")
  void endlessStreamsStopAtControlC(TestEngine engine) {
    try (Tmux shell = Tmux.open(engine, home, 80)) {
      shell.wipe().enter("[hasNext: { true }, next: { 'tick' }] as Iterator");
      shell.await("tick\ntick").interrupt();
      shell.wipe().enter("('x' * 999 + '\\n') * 100_000").await("q: leave").key("q").awaitPrompt();
      assertThat(shell.answer("2 + 3")).contains("\n5");
    }
  }

  @OnEngines("28")
  void errorsTypesAndProgramsAreShownWell(TestEngine engine) {
    for (int columns : Tmux.WIDTHS) {
      try (Tmux shell = Tmux.open(engine, home.resolve("at" + columns), columns)) {
        assertThat(shell.answer("docker.run('busybox', nme: 'x')"))
            .contains("did you mean 'name'?", "    docker.run('busybox', nme: 'x')")
            .containsPattern("\n {26}\\^");
        assertThat(shell.colours()).contains("\u001b[31munknown\u001b[39m option");
        assertThat(shell.answer("/trace")).contains("UsageException: ", "  at gantry:1:1");
        shell.answer("class Crane { String name; int load }");
        assertThat(shell.answer("new Crane(name: 'A', load: 2)"))
            .contains("Crane(name: A, load: 2)");
        shell.answer("display { Crane c -> [Crane: c.name, Load: c.load + ' t'] }");
        assertThat(shell.answer("[new Crane(name: 'A', load: 2), new Crane(name: '日本', load: 3)]"))
            .contains("CRANE   LOAD", "A       2 t", "日本    3 t");
        assertThat(shell.answer("docker.version.pipe('tr A-Z a-z').contains('apiversion')"))
            .contains("true");
        assertThat(shell.answer("docker.run('busybox', 'sh', '-c', 'echo o; echo e >&2; exit 3')"))
            .contains("\nexit code 3");
        assertThat(shell.colours()).contains("\u001b[31me\n");
      }
    }
  }

  @OnEngines("28")
  void terminalsThatCanDoLittleGetLittle(TestEngine engine) {
    Map<String, String> poor = Map.of("TERM", "dumb", "LC_ALL", "C");
    String host = engine.host().toString();
    try (Tmux shell = Tmux.start(poor, home.resolve("dumb"), 80, "-H", host)) {
      shell.awaitPrompt().enter("[a: (1..300).toList()]");
      shell.await("a: [...300]").awaitPrompt().enter("('li' + 'ne\\n') * 100");
      shell.await("line\nline").awaitPrompt();
      shell.enter("?exec").await("user: ...").awaitPrompt();
      assertThat(shell.everything()).doesNotContain("…", "·");
    }
    try (Tmux shell = Tmux.start(Map.of("NO_COLOR", "1"), home.resolve("grey"), 80, "-H", host)) {
      shell.awaitPrompt();
      assertThat(shell.answer("[a: [b: 'c']]")).contains("a:\n  b: c");
      assertThat(shell.colours()).doesNotContain("\u001b[36ma", "\u001b[32mc");
    }
  }
}
