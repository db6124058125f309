package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContainerExecTest {
  private static final String SLEEPER =
      """
      def c = docker.run('busybox', 'sleep', '60', name: 'dsl-x', detach: true, stopTimeout: 0)
      """;

  @OnEngines
  void stoppedContainerIsAConflict(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.stop(); c.exec('ls')"))
        .startsWith("Cannot prepare a command in container '")
        .contains("is not running (409 on POST /containers/");
  }

  @OnEngines
  void execWantsACommand(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.exec()"))
        .isEqualTo("exec wants a command, such as c.exec('ls', '-l')");
    assertThat(failure(engine, SLEEPER + "c.exec('ls', usr: 'x')"))
        .isEqualTo("unknown option 'usr' for exec; did you mean 'user'?");
  }

  @OnEngines
  void commandThatDoesNotExistHasAnExitStatusOfItsOwn(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def r = c.exec('/no/such/program')
                    [r.exitCode in [126, 127], r.text.contains('no such file or directory'), r.ok]
                    """))
        .isEqualTo(List.of(true, true, false));
  }

  @OnEngines
  void outputErrorsAndExitStatusAreToldApart(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def r = c.exec('sh', '-c', 'echo o; echo e >&2; exit 5')
                    [r.out, r.err, r.exitCode, r ? 'well' : 'badly']
                    """))
        .isEqualTo(List.of("o\n", "e\n", 5, "badly"));
  }

  @OnEngines
  void exitStatusIsKnownEachTime(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER + "(1..15).collect { c.exec('sh', '-c', 'exit 7').exitCode }.unique()"))
        .isEqualTo(List.of(7));
  }

  @OnEngines
  void commandRunsAsWhomAndWhereItIsTold(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    c.exec('sh', '-c', 'id -u; pwd; echo $A $COLOUR', user: '7', workdir: '/tmp',
                      env: [A: 'b', COLOUR: null]).lines
                    """))
        .isEqualTo(List.of("7", "/tmp", "b blue"));
  }

  @OnEngines
  void terminalHasOneStream(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def r = c.exec('sh', '-c', 'test -t 1 && echo o; echo e >&2', tty: true)
                    [r.out, r.err, r.exitCode]
                    """))
        .isEqualTo(List.of("o\r\ne\r\n", "", 0));
  }

  @OnEngines
  void detachedCommandGoesOnByItself(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def id = c.exec('sh', '-c', 'sleep 0.2; exit 3', detach: true).ID
                    def exec = docker.api.ExecInspect(id: id)
                    for (int i = 0; exec.Running && i < 100; i++) {
                      sleep 50
                      exec = docker.api.ExecInspect(id: id)
                    }
                    exec.ExitCode
                    """))
        .hasToString("3");
  }

  @OnEngines
  void linesAreHandedOnAsTheyCome(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def lines = []
                    def r = c.exec('sh', '-c', 'echo a; sleep 0.1; echo b; exit 4') { lines << it }
                    def both = [:]
                    c.exec('sh', '-c', 'echo o; echo e >&2') { line, stream -> both[stream] = line }
                    [lines, r.exitCode, r.out, both.out, both.err]
                    """))
        .isEqualTo(List.of(List.of("a", "b"), 4, "", "o", "e"));
  }

  @OnEngines
  void manyCommandsRunAtOnce(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def done = java.util.Collections.synchronizedList([])
                    def threads = (1..8).collect { n ->
                      Thread.start { done << c.exec('sh', '-c', "echo $n; exit $n") }
                    }
                    threads*.join()
                    done.every { it.out.trim() == "${it.exitCode}" } && done.size() == 8
                    """))
        .isEqualTo(true);
  }
}
