package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;

/** The person's terminal in the hands of a program in a container. */
@Timeout(60)
class HandoverTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_P_CTRL_Q = "\u0010\u0011";

  private static final String SLEEPER =
      "def c = docker.run('busybox', 'sleep', '60', name: 'dsl-tty', detach: true, stopTimeout: 0)"
          + "\n";

  private final TypedTty tty = new TypedTty();

  @OnEngines
  void withoutATerminalItIsRefused(TestEngine engine) {
    String rest =
        " hands over the terminal, and there is none here: standard input and output"
            + " have to be one";
    assertThat(failure(engine, "docker.run('busybox', 'cat', tty: true, interactive: true)"))
        .isEqualTo("run with 'interactive' and 'tty'" + rest);
    assertThat(failure(engine, SLEEPER + "c.shell()")).isEqualTo("shell" + rest);
    assertThat(failure(engine, SLEEPER + "c.exec('cat', tty: true, interactive: true)"))
        .isEqualTo("exec with 'interactive' and 'tty'" + rest);
  }

  @OnEngines
  void optionsAndKeysAreCheckedBeforeAnythingIsDone(TestEngine engine) {
    assertThatThrownBy(() -> run(engine, SLEEPER + "c.shell(usr: 'x')"))
        .hasMessageContaining("unknown option 'usr' for shell; did you mean 'user'?");
    assertThatThrownBy(() -> run(engine, SLEEPER + "c.shell(detachKeys: 'ctrl-p,qq')"))
        .hasMessageContaining("not 'qq'");
    assertThatThrownBy(() -> run(engine, SLEEPER + "c.shell(user: 'nobody-here')"))
        .hasMessageContaining("nobody-here");
    assertThat(tty.isTaken()).isFalse();
  }

  @OnEngines
  void shellIsFoundAndGetsKeysSizeAndOptions(TestEngine engine) {
    tty.when("# ", "cd /; echo $0 $GREET in $(stty size)\r")
        .when("ash hello in 40 100", "pwd; exit 3\r");
    assertThat(run(engine, SLEEPER + "c.shell(workdir: '/etc', env: [GREET: 'hello']).exitCode"))
        .isEqualTo(3);
    assertThat(tty.shown()).contains("/etc # ", "\r\n/\r\n");
    assertThat(tty.isTaken()).isFalse();
  }

  @OnEngines
  void controlCGoesToTheProgramAndANewSizeIsTold(TestEngine engine) {
    tty.when("# ", "trap 'echo caught' INT; echo rea''dy; sleep 30\r")
        .when("ready", CTRL_C)
        .when(
            "# ",
            () -> tty.resize(50, 120),
            "while test \"$(stty size)\" != '50 120'; do :; done\r")
        .when("# ", "echo resized; exit\r");
    run(engine, SLEEPER + "c.exec('sh', tty: true, interactive: true)");
    assertThat(tty.shown()).contains("resized\r\n");
  }

  @OnEngines
  void runHandsOverAndGivesTheStatus(TestEngine engine) {
    tty.when("# ", "stty size; exit 5\r");
    assertThat(
            run(
                engine,
                """
                def r = docker.run('busybox', 'sh', name: 'dsl-tty', tty: true, interactive: true, rm: true)
                [r.exitCode, r.ok, r.out, docker.ps(all: true)*.name.contains('dsl-tty')]
                """))
        .isEqualTo(List.of(5, false, "", false));
    assertThat(tty.shown()).contains("40 100");
  }

  @OnEngines
  void keysLeaveAProgramThatIsAttachedToAgain(TestEngine engine) {
    // The shell draws its prompt more than once; and one that was drawn before the daemon had
    // joined the streams is not seen: ask for one.
    tty.when("# ", "x=kept; echo do''ne\r").when("done", CTRL_P_CTRL_Q);
    tty.when("", "\r").when("# ", "echo $x; exit 4\r");
    assertThat(
            run(
                engine,
                """
                def r = docker.run('busybox', 'sh', name: 'dsl-tty', tty: true, interactive: true)
                def c = docker.containers['dsl-tty']
                [r.exitCode, c.State.Running, c.attach().exitCode]
                """))
        .isEqualTo(Arrays.asList(null, true, 4));
    assertThat(tty.shown()).contains("kept\r\n");
  }

  @OnEngines
  void programWithoutATerminalIsWatched(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'echo one; sleep 2; exit 6', name: 'dsl-tty', detach: true)
                def r = c.attach(logs: true)
                [r.out, r.exitCode]
                """))
        .isEqualTo(List.of("", 6));
    assertThat(tty.shown()).isEqualTo("one\n");
  }

  @OnEngines
  void killedProgramGivesTheScreenBack(TestEngine engine) {
    tty.when("# ", "printf '\\033[?1049h\\033[?25l'; kill -9 $$\r");
    assertThat(run(engine, SLEEPER + "c.shell(command: ['sh', '-i']).exitCode")).isEqualTo(137);
    assertThat(tty.shown()).endsWith("\u001b[?25h\u001b[?1049l\u001b[0m");
    assertThat(tty.isTaken()).isFalse();
  }

  private @Nullable Object run(TestEngine engine, String script) {
    Caller caller =
        new Caller(
            Path.of("target").toAbsolutePath(),
            Map.of(),
            Notices.NONE,
            Engines.NONE,
            Prompt.NOBODY,
            tty);
    try {
      return DslScript.evaluate(new Docker(engine.client(), caller), Map.of(), script);
    } finally {
      DslScript.run(engine, "null"); // sweeps
    }
  }
}
