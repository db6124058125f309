package dev.gantry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.cli.reach.ContextFiles;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What scripts see of contexts, and how they get from one engine to another. */
@Timeout(60)
class ContextsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;
  private ContextFiles files;

  @BeforeEach
  void makeContexts() throws IOException {
    files = new ContextFiles(folder);
    files.context("near", "unix:///near").context("far", "tcp://192.0.2.1:2375");
  }

  @Test
  void contextThatIsNotThereIsUsageWithTheLineThatWantedIt() {
    assertThat(run("-c", "nera", "-e", "docker.info")).isEqualTo(2);
    assertThat(err.toString(UTF_8))
        .startsWith("gantry: There is no context 'nera' (--context on the command line); there")
        .endsWith("did you mean 'near'?\n  at -e:1\n    docker.info\n");
  }

  @Test
  void otherEngineIsRefusedByTheSameRules() {
    assertThat(run("-e", "docker.on('far').ps()")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .startsWith("gantry: refusing plain TCP to tcp://192.0.2.1:2375");
    err.reset();
    assertThat(run("-e", "docker.on('nobody').ps()")).isEqualTo(1);
    assertThat(err.toString(UTF_8))
        .startsWith("gantry: There is no context 'nobody' (docker.on('nobody'))");
  }

  @Test
  void contextsAreATableWithAStarAtTheOneInUse() {
    assertThat(run("-o", "table", "-c", "near", "-e", "docker.contexts")).isZero();
    assertThat(out.toString(UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("NAME +DESCRIPTION +DOCKER ENDPOINT +ERROR"),
            line -> assertThat(line).startsWith("default "),
            line -> assertThat(line).matches("far +the far one +tcp://192.0.2.1:2375 *"),
            line -> assertThat(line).matches("near \\* +the near one +unix:///near *"));
  }

  @Test
  void contextIsDataToo() {
    assertThat(run("-c", "near", "-e", "docker.contexts.find { it.current }.host")).isZero();
    assertThat(run("-o", "json", "-c", "near", "-e", "docker.context")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("unix:///near\n{")
        .contains("\"why\": \"--context on the command line\"");
  }

  @Test
  void configurationFileThatSaysNothingIsToldOfUnlessQuiet() throws IOException {
    files.config("{\"currentContext\":");
    assertThat(run("-e", "docker.context.name")).isZero();
    assertThat(err.toString(UTF_8)).contains(folder.resolve("config.json").toString());
    err.reset();
    assertThat(run("-q", "-e", "docker.context.name")).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @OnEngines
  void engineIsReachedByItsContextAndFromAnotherOne(TestEngine engine) throws IOException {
    files.context("here", engine.host().toString());
    assertThat(run("-c", "here", "-e", "docker.version.Version")).isZero();
    assertThat(run("-c", "near", "-e", "docker.on('here').version.Version")).isZero();
    String url = engine.host().toString();
    assertThat(run("-e", "docker.on('" + url + "') { apiVersion = '1.41' }.version.Version"))
        .isZero();
    assertThat(out.toString(UTF_8).lines().distinct()).hasSize(1);
  }

  private int run(String... args) {
    Map<String, String> env = files.env();
    Surroundings surroundings =
        new Surroundings(
            env,
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Set.of(),
            0);
    return new Gantry(surroundings, status -> {}).run(args);
  }
}
