package dev.gantry.dsl;

import static dev.gantry.dsl.DslScript.failure;
import static dev.gantry.dsl.DslScript.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** What is fed to programs: {@code stdin:} of run and exec. */
@Timeout(120)
class StdinTest {
  private static final String SLEEPER =
      """
      def c = docker.run('busybox', 'sleep', '60', name: 'dsl-in', detach: true, stopTimeout: 0)
      """;

  /** Twenty million bytes that are nowhere whole in memory, then what a test wants. */
  private static InputStream big(boolean breaks) {
    return new InputStream() {
      private long left = 20_000_000;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0 && breaks) {
          throw new IOException("the disk is gone");
        }
        int count = (int) Math.min(left, length);
        left -= count;
        return count == 0 ? -1 : count;
      }
    };
  }

  @OnEngines
  void whatCannotBeFedIsRefusedBeforeAnythingIsSent(TestEngine engine) {
    assertThat(failure(engine, "docker.run('busybox', 'cat', stdin: [1])"))
        .isEqualTo(
            "option 'stdin' of run wants a text, bytes, a File, a Path or an InputStream,"
                + " got a list");
    assertThat(failure(engine, "docker.run('busybox', stdin: new File('/no/such'))"))
        .isEqualTo("cannot read /no/such: there is no such file or folder");
    assertThat(failure(engine, "docker.run('busybox', 'cat', stdin: 'x', detach: true)"))
        .isEqualTo("option 'stdin' of run excludes 'detach'");
    assertThat(failure(engine, SLEEPER + "c.exec('cat', stdin: new File('/no/such'))"))
        .isEqualTo("cannot read /no/such: there is no such file or folder");
    assertThat(failure(engine, SLEEPER + "c.exec('cat', stdin: 'x', detach: true)"))
        .isEqualTo("option 'detach' of exec excludes 'stdin', 'interactive', 'stream'");
  }

  @OnEngines
  void sourceThatBreaksOffIsAnErrorAndNoProgramTakesItForTheWhole(TestEngine engine) {
    assertThat(
            run(
                engine,
                Map.of("source", big(true)),
                """
                try {
                  docker.run('busybox', 'sh', '-c', 'cat > /dev/null; sleep 30', name: 'dsl-broken',
                    stdin: source)
                } catch (dev.gantry.http.StreamException e) {
                  [e.message, docker.containers['dsl-broken'].waitFor(timeout: 20)]
                }
                """))
        .isEqualTo(List.of("cannot read what to feed: the disk is gone", 137));
    assertThat(
            run(
                engine,
                Map.of("source", big(true)),
                SLEEPER
                    + """
                    try {
                      c.exec('cat', stdin: source)
                    } catch (dev.gantry.http.StreamException e) {
                      e.message
                    }
                    """))
        .isEqualTo("cannot read what to feed: the disk is gone");
  }

  @OnEngines
  void programThatEndsBeforeItsInputIsNoError(TestEngine engine) {
    assertThat(
            run(
                engine,
                Map.of("source", big(false)),
                """
                def r = docker.run('busybox', 'sh', '-c', 'echo out; exit 3', rm: true,
                  stdin: source)
                [r.out, r.exitCode]
                """))
        .isEqualTo(List.of("out\n", 3));
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    (1..5).collect {
                      def r = c.exec('sh', '-c', 'echo out; exit 3', stdin: new byte[300_000 * it])
                      [r.out, r.exitCode]
                    }.unique()
                    """))
        .isEqualTo(List.of(List.of("out\n", 3)));
  }

  @OnEngines
  void textBytesFilesAndStreamsAreFedToTheirEnd(TestEngine engine) {
    assertThat(
            run(
                engine,
                """
                def file = File.createTempFile('dsl', 'in')
                file.text = 'file'
                def sources = ["te${'xt'}", 'grün', 'bytes'.bytes, file, file.toPath(), '',
                  new ByteArrayInputStream('stream'.bytes)]
                def all = sources.collect {
                  docker.run('busybox', 'cat', rm: true, stdin: it).out
                }
                file.delete()
                all
                """))
        .isEqualTo(List.of("text", "grün", "bytes", "file", "file", "", "stream"));
  }

  @OnEngines
  void commandInAContainerIsFedToo(TestEngine engine) {
    assertThat(
            run(
                engine,
                SLEEPER
                    + """
                    def lines = []
                    def r = c.exec('sh', '-c', 'cat; exit 4', stdin: 'a\\nb\\n') { lines << it }
                    [c.exec('cat', stdin: 'text').out, lines, r.exitCode,
                      c.exec('cat', interactive: true).out]
                    """))
        .isEqualTo(List.of("text", List.of("a", "b"), 4, ""));
  }

  @OnEngines
  void muchIsFedWhileMuchIsRead(TestEngine engine) {
    assertThat(
            run(
                engine,
                Map.of("source", big(false), "again", big(false)),
                """
                def r = docker.run('busybox', 'cat', rm: true, stdin: source)
                def n = docker.run('busybox', 'wc', '-c', rm: true, stdin: again)
                [r.bytes.length, n.trim()]
                """))
        .isEqualTo(List.of(20_000_000, "20000000"));
  }

  @OnEngines
  void muchIsFedOverTcp(TestEngine engine) {
    assumeThat(engine.tcpHost()).isPresent();
    assertThat(
            DslScript.at(
                engine.tcpHost().orElseThrow(),
                Map.of("source", big(false), "again", big(false)),
                """
                def c = docker.run('busybox', 'sleep', '60', detach: true, stopTimeout: 0, rm: true)
                try {
                  [c.exec('wc', '-c', stdin: source).trim(), c.exec('echo', 'x', stdin: again).out]
                } finally {
                  c.stop()
                }
                """))
        .isEqualTo(List.of("20000000", "x\n"));
  }
}
