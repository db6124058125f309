package dev.gantry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.gantry.dsl.options.DockerCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Docker CLI and Gantry reach the same engine by the same options, environment, configuration
 * file and contexts: both are let loose, and who was called is compared with one table.
 */
@Timeout(300)
class ReachOracleTest {
  @TempDir Path folder;

  @Test
  void gantryReachesWhatTheTableSays() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    try (ReachGround ground = new ReachGround(folder)) {
      for (ReachCase row : ground.cases()) {
        softly.assertThat(ground.gantry(row)).as("%s", row).isEqualTo(ground.fill(row.ofGantry()));
        softly.assertThat(row.gantry().isEmpty()).as("%s", row).isEqualTo(row.reason().isEmpty());
      }
    }
    softly.assertAll();
    assertThat(ReachCase.all()).hasSizeGreaterThan(90);
  }

  @Test
  void dockerCliReachesWhatTheTableSays() throws Exception {
    List<Path> programs = DockerCli.programs();
    assumeFalse(programs.isEmpty(), "no Docker CLI on PATH or in GANTRY_TEST_DOCKER_CLI");
    ExecutorService each = Executors.newFixedThreadPool(programs.size());
    try {
      List<Callable<SoftAssertions>> runs = new ArrayList<>();
      programs.forEach(program -> runs.add(() -> compare(program)));
      for (Future<SoftAssertions> run : each.invokeAll(runs)) {
        run.get().assertAll();
      }
    } finally {
      each.shutdownNow();
    }
  }

  private SoftAssertions compare(Path program) throws IOException, InterruptedException {
    SoftAssertions softly = new SoftAssertions();
    Path own = Files.createTempDirectory(folder, "cli");
    String version = new DockerCli(program, own).version();
    try (ReachGround ground = new ReachGround(own)) {
      for (ReachCase row : ground.cases()) {
        softly
            .assertThat(ground.cli(program, row))
            .as("%s: %s", version, row)
            .isEqualTo(ground.fill(row.ofCli(version.startsWith("20."))));
      }
    }
    return softly;
  }
}
