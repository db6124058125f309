package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;

/** Streams of what runs: {@code attach}, and {@code exec} with {@code stream: true}. */
@Timeout(60)
class AttachTest {
  private static final String SLEEPER =
      """
      def c = docker.run('busybox', 'sleep', '60', name: 'dsl-at', detach: true, stopTimeout: 0)
      """;

  /** Says each line that it reads, until there are no more. */
  private static final String ECHO =
      """
      def c = docker.containers.create('busybox', 'sh', '-c',
        'echo hello; while read x; do echo got $x; done; echo bye >&2', name: 'dsl-at',
        interactive: true, stopTimeout: 0).start()
      """;

  @OnEngines
  void containerThatCannotBeAttachedToSaysSo(TestEngine engine) {
    assertThat(failure(engine, SLEEPER + "c.attach(lgos: true)"))
        .isEqualTo("unknown option 'lgos' for attach; did you mean 'logs'?");
    assertThat(failure(engine, SLEEPER + "c.stop(); c.attach()"))
        .isEqualTo("container dsl-at has ended: start it first, or read its logs()");
    assertThat(failure(engine, SLEEPER + "c.pause(); c.attach()"))
        .isEqualTo("container dsl-at is paused: unpause it first");
    assertThat(failure(engine, SLEEPER + "c.attach(stream: true).withCloseable { it << 'x' }"))
        .isEqualTo("nothing can be written here: say 'interactive: true' beforehand");
  }

  @OnEngines
  void programIsFedAndReadToItsEnd(TestEngine engine) {
    assertThat(
            run(
                engine,
                ECHO
                    + """
                    def r = c.attach(logs: true, stdin: 'a\\nb\\n')
                    [r.out, r.err, r.exitCode]
                    """))
        .isEqualTo(List.of("hello\ngot a\ngot b\n", "bye\n", 0));
  }

  @OnEngines
  void endOfTheProgramIsKnownEvenWhenItsContainerIsGone(TestEngine engine) {
    String fails =
        """
        def c = { docker.containers.create('busybox', 'sh', '-c', 'read x; echo $x; exit $x',
          name: 'dsl-at', interactive: true, tty: it, rm: true).start() }
        """;
    assertThat(
            run(
                engine,
                fails
                    + """
                    def box = c(false)
                    def r = box.attach(stdin: '7\\n')
                    box.waitFor('removed')
                    def gone = c(false)
                    def talk = gone.attach(stream: true, interactive: true)
                    talk << '8\\n'
                    def line = talk.lines.next()
                    gone.waitFor('removed')
                    [r.out, r.exitCode, r as boolean, line, talk.exitCode]
                    """))
        .isEqualTo(List.of("7\n", 7, false, "8", 8));
    assertThat(
            run(
                engine,
                fails
                    + """
                    def lines = []
                    [c(true).attach(stdin: '9\\n') { lines << it }.exitCode, lines]
                    """))
        .isEqualTo(List.of(9, List.of("9", "9")));
  }

  @OnEngines
  void programIsTalkedTo(TestEngine engine) {
    assertThat(
            run(
                engine,
                ECHO
                    + """
                    def talk = c.attach(stream: true, interactive: true, stderr: true, stdout: true)
                    talk << 'a\\n'
                    def first = talk.lines.find { it != 'hello' }
                    talk << 'b\\n'
                    talk.endInput()
                    [first, talk.lines.toList().sort(), c.waitFor()]
                    """))
        .isEqualTo(List.of("got a", List.of("bye", "got b"), 0));
  }

  @OnEngines
  void logsOfOneThatHasEndedAreReplayed(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'echo o; echo e >&2', name: 'dsl-at',
                  detach: true)
                c.waitFor()
                def lines = []
                c.attach(logs: true) { line, stream -> lines << "$stream $line".toString() }
                def again = c.attach(logs: true, stderr: true)
                [lines.sort(), again.text, again.exitCode]
                """))
        .isEqualTo(List.of(List.of("err e", "out o"), "e\n", 0));
  }

  @OnEngines
  void keysLeaveATerminalRunning(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'cat', name: 'dsl-at', detach: true,
                  interactive: true, tty: true, stopTimeout: 0)
                c.resize(33, 99)
                def r = c.attach(stdin: 'hi\\n\\u0018', detachKeys: 'ctrl-x')
                [r.err, r.exitCode, c.reload().status,
                  c.exec('stty', '-F', '/proc/1/fd/0', 'size').trim()]
                """))
        .isEqualTo(Arrays.asList("", null, "running", "33 99"));
  }

  @OnEngines
  void commandIsReadAsItRunsAndAskedHowItEnded(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def e = c.exec('sh', '-c', 'echo one; read x; echo $x; exit 5',
                      stream: true, interactive: true)
                    def first = e.lines.next()
                    def ran = e.running
                    e << 'two\\n'
                    def passedOver = c.exec('sh', '-c', 'yes | head -c 3000000; exit 6',
                      stream: true)
                    [first, ran, e.lines.toList(), e.exitCode, e.running, passedOver.exitCode]
                    """))
        .isEqualTo(List.of("one", true, List.of("two"), 5, false, 6));
  }

  @OnEngines
  void detachedCommandIsAskedLater(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def e = c.exec('sh', '-c', 'sleep 30', detach: true)
                    [e.running, c.exec('sh', '-c', 'exit 3', detach: true).exitCode]
                    """))
        .isEqualTo(List.of(true, 3));
    assertThat(failure(engine, SLEEPER + "c.exec('true', detach: true).lines"))
        .isEqualTo("a detached command has no streams: say 'stream: true' instead");
  }

  @OnEngines
  void terminalOfACommandIsResized(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def e = c.exec('sh', '-c', 'echo ready; read x; stty size', stream: true,
                      interactive: true, tty: true)
                    e.lines.next()
                    e.resize(21, 71)
                    e << 'go\\n'
                    e.lines.toList().last()
                    """))
        .isEqualTo("21 71");
  }

  @OnEngines
  void webSocketIsTwoStreams(TestEngine engine) {
    assertThat(
            run(
                engine,
                ECHO
                    + """
                    docker.api.ContainerAttachWebsocket(id: c.id, stream: true, logs: true,
                      *: (docker.version.ApiVersion == '1.41' ? [:] :
                        [stdin: true, stdout: true, stderr: true])).withCloseable {
                      it.out().write('a\\n'.bytes)
                      it.shutdownOutput()
                      def text = new String(it.in().readAllBytes())
                      [text.readLines().toSet(), c.waitFor()]
                    }
                    """))
        .isEqualTo(List.of(Set.of("hello", "got a", "bye"), 0));
  }
}
