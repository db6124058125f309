package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GantryTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void wrongOptionIsUsage() {
    assertThat(run("--nonsense")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo("gantry: unknown option '--nonsense'\n");
  }

  @Test
  void missingScriptIsUsage() {
    assertThat(run("gone.groovy")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).isEqualTo("gantry: no script file 'gone.groovy'\n");
  }

  @Test
  void failingScriptShowsNoStack() {
    assertThat(run("-e", "throw new IOException('disk full')")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .isEqualTo(
            """
            gantry: IOException: disk full
              at -e:1
                throw new IOException('disk full')
            """);
  }

  @Test
  void verboseShowsTheStack() {
    run("-v", "-e", "throw new IOException('disk full')");
    assertThat(err.toString(UTF_8)).contains("Caused by: java.io.IOException: disk full", "\tat ");
  }

  @Test
  void unreachedEngineHasStatusOfItsOwn() {
    String script = "throw new dev.gantry.transport.ConnectionException('no socket', '', null)";
    assertThat(run("-e", script)).isEqualTo(3);
  }

  @Test
  void engineThatMustNotBeReachedIsUsageWithTheLineThatWantedIt() {
    assertThat(run("-c", "far", "-H", "unix:///x", "-e", "docker.info")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith("gantry: --host and --context both name an engine: give one of them, not both")
        .endsWith("at -e:1\n    docker.info\n");
    assertThat(run("-H", "tcp://192.0.2.1:2375", "-e", "docker.info")).isEqualTo(2);
  }

  @Test
  void plainPortOfAnotherMachineReachedOnPurposeGivesOneLineUnlessQuiet() {
    assertThat(run("-H", "tcp://192.0.2.1:1", "--insecure", "-e", "docker; docker.host")).isZero();
    assertThat(err.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("warning: tcp://192.0.2.1:1 is plain TCP");
    err.reset();
    assertThat(run("-q", "-H", "tcp://192.0.2.1:1", "--insecure", "-e", "docker.host")).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void otherEnginesAreTheSameForTheSameWords() {
    assertThat(run("-H", "unix:///a", "-e", "docker.on('unix:///b').is(docker.on('unix:///b'))"))
        .isZero();
    assertThat(run("-e", "docker.on('unix:///b').context.why")).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("true\ndocker.on('unix:///b')\n");
  }

  @Test
  void optionOfAnotherEngineIsCheckedAndNothingIsSent() {
    assertThat(run("-e", "docker.on('unix:///b', tlsCa: 'x')")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("unknown option 'tlsCa' for on; did you mean 'tls");
  }

  @Test
  void scriptSecuresThisMachineAsTheCommandDoes(@TempDir Path root) throws IOException {
    assertThat(run("-e", "docker.secureRemote('box', apply: true, rot: '/x')")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .contains("unknown option 'rot' for secureRemote; did you mean 'root'?");
    Path unit = Files.createDirectories(root.resolve("lib/systemd/system"));
    Files.writeString(
        unit.resolve("docker.service"), "[Service]\nExecStart=/usr/sbin/dockerd -H fd://\n");
    assertThat(run("-e", "docker.secureRemote('box', root: '" + root + "', port: 2377)")).isZero();
    assertThat(out.toString(UTF_8))
        .contains("+ExecStart=/usr/sbin/dockerd -H fd:// -H tcp://0.0.0.0:2377 --tlsverify")
        .endsWith("Nothing is changed yet: --apply does it.\n");
    assertThat(run("--read-only", "-e", "docker.secureRemote('box', apply: true)")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("nothing may be changed here");
  }

  @Test
  void interruptedScriptHasTheStatusOfShells() {
    assertThat(run("-e", "throw new InterruptedException()")).isEqualTo(130);
  }

  @Test
  void exitIsTheStatus() {
    assertThat(run("-e", "exit 42")).isEqualTo(42);
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void brokenPipeEndsQuietly() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    int status = run("", new PrintStream(new PipeOutput(closed), true, UTF_8), "-e", "'x'");
    assertThat(status).isEqualTo(141);
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void valueOfOneLinerIsPrintedAndThatOfScriptIsNot() {
    assertThat(run("-e", "6 * 7")).isZero();
    assertThat(run("6 * 7", print(out), "-")).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("42\n");
  }

  @Test
  void valueIntoPipeIsJson() {
    run("-e", "[a: 1, b: ['x']]");
    assertThat(out.toString(UTF_8)).contains("\"a\"").contains("\"x\"").startsWith("{");
  }

  @Test
  void outputOptionDecidesTheForm() {
    run("-o", "csv", "-e", "[[a: 1, b: 2]]");
    assertThat(out.toString(UTF_8).lines()).containsExactly("a,b", "1,2");
  }

  @Test
  void jsonIsThereToReadAndWrite() {
    run("-e", "json.read('[1, 2]').size()");
    assertThat(out.toString(UTF_8)).isEqualTo("2\n");
  }

  @Test
  void whatComesInIsTheScriptWhenNobodyIsThere() {
    assertThat(run("exit 5", print(out))).isEqualTo(5);
  }

  @Test
  void logGoesToStandardErrorWithItsLevel() {
    run("-e", "log.debug 1; log.info 2; log.warn 3; log.error 4");
    assertThat(err.toString(UTF_8)).isEqualTo("info: 2\nwarn: 3\nerror: 4\n");
  }

  @Test
  void quietLogStartsAtWarnings() {
    run("-q", "-e", "log.info 2; log.warn 3");
    assertThat(err.toString(UTF_8)).isEqualTo("warn: 3\n");
  }

  @Test
  void verboseLogShowsDebug() {
    run("-v", "-e", "log.debug 1");
    assertThat(err.toString(UTF_8)).isEqualTo("debug: 1\n");
  }

  @Test
  void environmentIsReadOnly() {
    assertThat(run("-e", "env.COLOUR")).isZero();
    assertThat(out.toString(UTF_8)).isEqualTo("blue\n");
    assertThat(run("-e", "env.COLOUR = 'red'")).isEqualTo(1);
  }

  @Test
  void versionNamesGantryGroovyAndJava() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8))
        .matches("Gantry \\d+\\.\\d+.*\nGroovy \\d+\\.\\d+.*\nJava   \\d+.*\n");
  }

  private int run(String... args) {
    return run("", print(out), args);
  }

  private int run(String in, PrintStream to, String... args) {
    Surroundings surroundings =
        new Surroundings(
            Map.of("COLOUR", "blue"),
            new ByteArrayInputStream(in.getBytes(UTF_8)),
            to,
            print(err),
            Set.of(),
            0);
    return new Gantry(surroundings, status -> {}).run(args);
  }

  private static PrintStream print(OutputStream to) {
    return new PrintStream(to, true, UTF_8);
  }
}
