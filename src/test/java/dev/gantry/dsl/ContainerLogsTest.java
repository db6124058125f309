package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.util.List;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContainerLogsTest {
  /** Three lines on each stream, and the end. */
  private static final String COUNTS =
      """
      def c = docker.run('busybox', 'sh', '-c',
        'for i in 1 2 3; do echo o$i; echo e$i >&2; sleep 0.1; done', name: 'dsl-log', detach: true)
      """;

  @OnEngines
  void wrongOptionIsRefused(TestEngine engine) {
    assertThat(failure(engine, COUNTS + "c.logs(folow: true)"))
        .isEqualTo("unknown option 'folow' for logs; did you mean 'follow'?");
    assertThat(failure(engine, COUNTS + "c.logs(since: 'yesterday')"))
        .isEqualTo(
            "option 'since' of logs: 'yesterday' is neither a point in time such as"
                + " 2026-01-31T12:00:00Z nor a duration such as 10m");
  }

  @OnEngines
  void pointsInTimeMayLeaveOutTheirEnd(TestEngine engine) {
    assertThat(
            DslScript.requests(
                engine,
                COUNTS
                    + """
                    ['2024-01-02Z', '2024-01-02T10Z', '2024-01-02T10:11+02:00',
                      '2024-01-02T10:11:12.5Z', '1704189600.5'].each { c.logs(since: it) }
                    """))
        .filteredOn(request -> request.contains("since="))
        .extracting(request -> request.replaceFirst(".*since=([\\d.]+).*", "$1"))
        .containsExactly(
            "1704153600", "1704189600", "1704183060", "1704190272.500000000", "1704189600.5");
  }

  @OnEngines
  void logsThatTheDriverDoesNotKeepAreAnError(TestEngine engine) {
    assertThat(
            failure(
                engine,
                """
                docker.run('busybox', 'true', name: 'dsl-none', detach: true, logDriver: 'none').logs()
                """))
        .startsWith("Cannot read the logs of container '")
        .contains("configured logging driver does not support reading");
  }

  @OnEngines
  void containerThatIsRemovedEndsTheFollowing(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'echo begun; exec sleep 600', name: 'dsl-gone',
                  detach: true, stopSignal: 'KILL')
                def lines = []
                c.logs(follow: true) { lines << it; c.remove(force: true) }
                lines
                """))
        .isEqualTo(List.of("begun"));
  }

  @OnEngines
  void longLinesStayWhole(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c',
                  'printf %01048576d 0; echo; echo end', name: 'dsl-long', detach: true)
                c.waitFor()
                def lines = []
                c.logs(follow: true) { lines << it }
                [lines*.size(), lines[0] == '0' * 1048576]
                """))
        .isEqualTo(List.of(List.of(1048576, 3), true));
  }

  @OnEngines
  void fractionsOfSecondsCount(TestEngine engine) {
    assertThat(
            run(
                engine,
                COUNTS
                    + """
                    c.waitFor()
                    def stamped = c.logs(stdout: true, timestamps: true).lines
                    def last = stamped[-1].split(' ')[0]
                    c.logs(stdout: true, since: last).lines
                    """))
        .isEqualTo(List.of("o3"));
  }

  @OnEngines
  void bytesGoWhereTheyAreWanted(TestEngine engine) {
    assertThat(
            run(
                engine,
                COUNTS
                    + """
                    c.waitFor()
                    def bytes = new ByteArrayOutputStream()
                    c.logs(to: bytes, stdout: true)
                    def count = 0
                    c.logs(to: { count = it.bytes.length })
                    [bytes.toString(), count]
                    """))
        .isEqualTo(List.of("o1\no2\no3\n", 18));
    assertThat(failure(engine, COUNTS + "c.logs(to: 'x') { }"))
        .isEqualTo("option 'to' excludes a closure for the lines: give one of the two");
  }

  @OnEngines
  void logsTellTheStreamsApart(TestEngine engine) {
    assertThat(
            run(engine, COUNTS + "c.waitFor(); def l = c.logs(); [l.out, l.err, l.lines.size()]"))
        .isEqualTo(List.of("o1\no2\no3\n", "e1\ne2\ne3\n", 6));
  }

  @OnEngines
  void oneStreamCanBeAskedFor(TestEngine engine) {
    assertThat(run(engine, COUNTS + "c.waitFor(); \"${c.logs(stderr: true)}\""))
        .hasToString("e1\ne2\ne3\n");
  }

  @OnEngines
  void tailSinceAndTimestampsNarrowAndMark(TestEngine engine) {
    assertThat(
            run(
                engine,
                COUNTS
                    + """
                    c.waitFor()
                    def marked = c.logs(stdout: true, timestamps: true).lines[-1]
                    [c.logs(tail: 2).lines.size(), marked ==~ /\\d{4}-\\d\\d-\\d\\dT\\S+Z o3/,
                      c.logs(since: '10m').lines.size(), c.logs(until: '10m').lines.size()]
                    """))
        .isEqualTo(List.of(2, true, 6, 0));
  }

  @OnEngines
  void followedLogsEndWithTheContainer(TestEngine engine) {
    assertThat(
            run(
                engine,
                COUNTS
                    + """
                    def lines = []
                    c.logs(follow: true, stdout: true) { lines << it }
                    [lines, c.reload().status]
                    """))
        .isEqualTo(List.of(List.of("o1", "o2", "o3"), "exited"));
  }

  @OnEngines
  void closureOfTwoParametersHearsOfTheStream(TestEngine engine) {
    assertThat(
            run(
                engine,
                COUNTS
                    + """
                    def lines = [out: [], err: []]
                    c.logs(follow: true) { line, stream -> lines[stream] << line }
                    lines
                    """))
        .hasToString("{out=[o1, o2, o3], err=[e1, e2, e3]}");
  }

  @OnEngines
  void closureAloneHearsWhatThereIsSoFar(TestEngine engine) {
    assertThat(run(engine, COUNTS + "c.waitFor(); def n = 0; c.logs { n++ }; n")).isEqualTo(6);
  }

  @OnEngines
  void followedLogsCanBeLeftInTheMiddle(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'while :; do echo tick; sleep 0.1; done',
                  name: 'dsl-tick', detach: true)
                c.logs(follow: true).withCloseable { it.take(3).toList() }
                """))
        .isEqualTo(List.of("tick", "tick", "tick"));
  }

  @OnEngines
  void errorInTheClosureEndsTheFollowing(TestEngine engine) {
    assertThat(failure(engine, COUNTS + "c.logs(follow: true) { throw new IOException('full') }"))
        .isEqualTo("IOException: full");
  }

  @OnEngines
  void terminalWritesLinesWithoutCarriageReturns(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'sh', '-c', 'echo a; echo b >&2', name: 'dsl-tty',
                  detach: true, tty: true)
                def lines = []
                c.logs(follow: true) { line, stream -> lines << [line, stream] }
                [lines, c.logs().out]
                """))
        .isEqualTo(List.of(List.of(List.of("a", "out"), List.of("b", "out")), "a\r\nb\r\n"));
  }

  @OnEngines
  void lastLineNeedsNoLineBreakAndBytesMayBeAnything(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def c = docker.run('busybox', 'printf', '\\\\303\\\\244\\\\nend', name: 'dsl-end',
                  detach: true)
                c.waitFor() // 20.10 may lose such a line for whoever follows while it ends
                def lines = []
                c.logs(follow: true) { lines << it }
                lines
                """))
        .isEqualTo(List.of("ä", "end"));
  }
}
