package dev.gantry.dsl.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.gantry.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;

/**
 * Holds a mapping of options against the Docker CLI: for every row of a table both are asked for
 * the same, and must send the same or both refuse.
 *
 * @param table the file with the rows
 * @param golden what the names of the files begin with in which stands what CLIs sent
 * @param command what comes before a row's flags
 * @param ours what we send for a row's options
 */
record CliOracle(String table, String golden, List<String> command, Ours ours) {
  private static final Map<String, String> API_OF_CLI = Map.of("20", "1.41", "28", "1.51");
  private static final Path RECORDS = Path.of("src/test/resources/dev/gantry/dsl/options");

  /** The side that is tested. */
  @FunctionalInterface
  interface Ours {
    CreateRequest request(Map<String, Object> options, Surroundings where);
  }

  /** Compares with what a CLI was recorded to send. */
  void assertSendsWhatWasRecorded(String version, String api) throws IOException {
    SoftAssertions softly = new SoftAssertions();
    Map<String, Map<String, Object>> golden = recorded(version);
    for (OracleCase row : OracleCase.all(table)) {
      var sent = softly.assertThat(line(row, api)).as(row.flags());
      if (row.holdsFor(version)) {
        sent.isEqualTo(golden.get(row.flags()));
      } else {
        sent.as("no longer differs: " + row.flags()).isNotEqualTo(golden.get(row.flags()));
      }
    }
    softly.assertAll();
  }

  /** Compares with the CLIs that are there, and records what they send if that is asked for. */
  void assertSendsWhatTheCliSends(Path folder) throws Exception {
    List<Path> programs = DockerCli.programs();
    assumeFalse(
        programs.isEmpty(),
        "no Docker CLI on PATH or in GANTRY_TEST_DOCKER_CLI: only what was recorded is compared");
    SoftAssertions softly = new SoftAssertions();
    for (Path program : programs) {
      compare(new DockerCli(program, folder), softly);
    }
    softly.assertAll();
  }

  private void compare(DockerCli cli, SoftAssertions softly) throws Exception {
    String api = API_OF_CLI.getOrDefault(major(cli.version()), "1.51");
    List<Map<String, Object>> sent = new ArrayList<>();
    try (RecordingEngine engine = new RecordingEngine(api)) {
      for (OracleCase row : OracleCase.all(table)) {
        Map<String, Object> theirs = cli.create(row, engine, command);
        sent.add(new TreeMap<>(theirs));
        if (row.holdsFor(cli.version())) {
          String what = cli.version() + ": " + row.flags();
          softly.assertThat(line(row, api)).as(what).isEqualTo(json(theirs));
        }
      }
    }
    if (Boolean.getBoolean("gantry.test.record")) {
      record(cli.version(), sent);
    }
  }

  /** What we make of a row, in the form of a golden file's line. */
  private Map<String, Object> line(OracleCase row, String api) throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("flags", row.flags());
    try {
      CreateRequest request = ours.request(row.options(), TestSurroundings.speaking(api));
      line.put("body", Normal.body(json(request.body())));
      List<String> query = new ArrayList<>();
      request.query().forEach((name, value) -> query.add(name + "=" + value));
      line.put("query", String.join("&", query));
    } catch (UsageException e) {
      line.put("refused", true);
    }
    return json(line);
  }

  /** A value as it is after a journey as text: what kind of number it was is forgotten. */
  private static Map<String, Object> json(Object value) throws IOException {
    return OracleCase.JSON.readValue(
        OracleCase.JSON.writeValueAsString(value), new TypeReference<>() {});
  }

  private static String major(String version) {
    return version.substring(0, version.indexOf('.'));
  }

  private Map<String, Map<String, Object>> recorded(String version) throws IOException {
    Map<String, Map<String, Object>> recorded = new LinkedHashMap<>();
    for (String line : OracleCase.resource(golden + version + ".ndjson").lines().toList()) {
      Map<String, Object> sent = OracleCase.JSON.readValue(line, new TypeReference<>() {});
      recorded.put(String.valueOf(sent.get("flags")), sent);
    }
    assertThat(recorded).hasSizeGreaterThan(50);
    return recorded;
  }

  private void record(String version, List<Map<String, Object>> sent) throws IOException {
    var writer = OracleCase.JSON.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    List<String> lines = new ArrayList<>();
    for (Map<String, Object> each : sent) {
      lines.add(writer.writeValueAsString(each));
    }
    Files.write(RECORDS.resolve(golden + version + ".ndjson"), lines);
  }
}
