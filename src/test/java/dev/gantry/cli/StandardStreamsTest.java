package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.UsageException;
import dev.gantry.cli.Surroundings.Stream;
import dev.gantry.dsl.Tty;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives by way of {@code -}, beside {@code docker cp … -}. */
@Timeout(120)
class StandardStreamsTest {
  private static final String OURS = "docker.containers['cli-dash']";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir Path folder;

  @Test
  void terminalIsNoArchive() {
    Surroundings person = surroundings(new byte[0], Set.of(Stream.IN, Stream.OUT));
    ProcessStreams streams = new ProcessStreams(person, false, Tty.NONE);
    assertThatThrownBy(streams::in)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("'-' is standard input, which is a terminal: ");
    assertThatThrownBy(streams::out)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("'-' is standard output, which is a terminal: ");
  }

  @OnEngines({"20", "28"})
  void archivesGoInAndOutAsByTheDockerCli(TestEngine engine) throws Exception {
    assertThat(gantry(engine, "docker.containers.create('busybox', name: 'cli-dash'); null"))
        .isZero();
    try {
      byte[] tar = cli(engine, new byte[0], "cp", "cli-dash:/etc", "-");
      assertThat(gantry(engine, OURS + ".copyFrom('/etc', '-')")).isZero();
      assertThat(out.toByteArray()).isEqualTo(tar).hasSizeGreaterThan(1024);

      cli(engine, tar, "cp", "-", "cli-dash:/tmp");
      byte[] theirs = cli(engine, new byte[0], "cp", "cli-dash:/tmp/etc", "-");
      assertThat(gantry(engine, tar, OURS + ".copyTo('-', '/home'); null")).isZero();
      assertThat(gantry(engine, OURS + "['/home/etc'].copyTo('-')")).isZero();
      assertThat(out.toByteArray()).isEqualTo(theirs).hasSize(tar.length);
    } finally {
      gantry(engine, OURS + ".remove(force: true)");
    }
  }

  @OnEngines("28")
  void whatCannotBeDoneIsSaidBeforeInputIsRead(TestEngine engine) {
    assertThat(gantry(engine, "docker.containers.create('busybox', name: 'cli-dash'); null"))
        .isZero();
    try {
      assertThat(gantry(engine, new byte[0], OURS + ".copyTo('-', '/etc/passwd')")).isEqualTo(1);
      assertThat(err.toString(UTF_8))
          .startsWith("gantry: a tar is extracted to a folder, and the container has no folder");
      assertThat(script(engine, OURS + ".copyTo('-', '/')")).isEqualTo(1);
      assertThat(err.toString(UTF_8))
          .startsWith("gantry: '-' is standard input, from which the script itself was read: ");
      assertThat(gantry(engine, OURS + ".copyFrom('/no/thing', '-')")).isEqualTo(1);
      assertThat(out.toByteArray()).isEmpty();
    } finally {
      gantry(engine, OURS + ".remove(force: true)");
    }
  }

  private int gantry(TestEngine engine, String script) {
    return gantry(engine, new byte[0], script);
  }

  private int gantry(TestEngine engine, byte[] in, String script) {
    return run(in, "-H", engine.host().toString(), "-e", script);
  }

  private int script(TestEngine engine, String script) {
    return run(script.getBytes(UTF_8), "-H", engine.host().toString(), "-");
  }

  private int run(byte[] in, String... words) {
    out.reset();
    err.reset();
    return new Gantry(surroundings(in, Set.of()), status -> {}).run(words);
  }

  private Surroundings surroundings(byte[] in, Set<Stream> terminals) {
    return new Surroundings(
        Map.of(),
        new ByteArrayInputStream(in),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        terminals,
        0);
  }

  /** What the Docker CLI writes to its standard output. */
  private byte[] cli(TestEngine engine, byte[] in, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(engine.cli().toString(), "-H", engine.host().toString()));
    command.addAll(List.of(words));
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Files.write(folder.resolve("input"), in).toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    return Files.readAllBytes(output);
  }
}
