package dev.gantry.dsl.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the options against the Docker CLI, those of {@code create} by {@code oracle.tsv} and those
 * of {@code service create} by {@code oracle-service.tsv}; see {@link CliOracle}.
 *
 * <p>What CLIs sent is recorded in {@code golden-….ndjson}, so that the mapping is checked without
 * one. To record anew, run this test with {@code -Dgantry.test.record=true} and {@code
 * GANTRY_TEST_DOCKER_CLI} naming the CLIs; it writes the files into the source tree.
 */
class CliOracleTest {
  private static final List<String> WORDS = List.of("echo", "hi");
  private static final CliOracle CONTAINERS =
      new CliOracle(
          "oracle.tsv",
          "golden-",
          List.of("create"),
          (options, where) -> RunOptions.parse("create", options, where).create("busybox", WORDS));
  private static final CliOracle SERVICES =
      new CliOracle(
          "oracle-service.tsv",
          "golden-service-",
          List.of("service", "create", "--detach", "--no-resolve-image"),
          CliOracleTest::service);

  private static CreateRequest service(Map<String, Object> options, Surroundings where) {
    ServiceOptions parsed = ServiceOptions.parse("service create", options, where);
    return new CreateRequest(parsed.create("busybox:latest", WORDS), Map.of(), Map.of());
  }

  @ParameterizedTest
  @CsvSource({"20.10.24, 1.41", "28.5.2, 1.51"})
  void optionsOfContainersSendWhatTheCliWasRecordedToSend(String version, String api)
      throws IOException {
    CONTAINERS.assertSendsWhatWasRecorded(version, api);
  }

  @ParameterizedTest
  @CsvSource({"20.10.24, 1.41", "28.5.2, 1.51"})
  void optionsOfServicesSendWhatTheCliWasRecordedToSend(String version, String api)
      throws IOException {
    SERVICES.assertSendsWhatWasRecorded(version, api);
  }

  @Test
  void optionsOfContainersSendWhatTheCliSends(@TempDir Path folder) throws Exception {
    CONTAINERS.assertSendsWhatTheCliSends(folder);
  }

  /** Only to record: the clients that are asked are those that were recorded, each row anew. */
  @Test
  @EnabledIfSystemProperty(named = "gantry.test.record", matches = "true")
  void optionsOfServicesSendWhatTheCliSends(@TempDir Path folder) throws Exception {
    SERVICES.assertSendsWhatTheCliSends(folder);
  }
}
