package dev.gantry.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.gantry.GantryException;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.EngineClient;
import dev.gantry.engine.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every operation on every engine, at least once for success and once for its likeliest error.
 *
 * <p>{@code GANTRY_TEST_CONFORMANCE} names the kinds of engines; all four unless it is set, none
 * where {@code GANTRY_TEST_ENGINES} is {@code none}. With {@code -Dgantry.test.record=true} the
 * README's line is written anew.
 */
@Timeout(1800)
class ConformanceTest {
  private static final String ALL = "20,26,28,podman";
  private static final Path README = Path.of("README.md");
  private static final String MARK = "<!-- made by ConformanceTest -->";

  @Test
  void everyOperationIsAsTheCatalogueSays() throws IOException {
    List<String> kinds = kinds();
    assumeFalse(kinds.isEmpty(), "GANTRY_TEST_ENGINES is none");
    Report report = new Report();
    List<String> missing = new ArrayList<>();
    for (String kind : kinds) {
      call(kind, report, missing);
    }
    report.write();

    assertThat(report.failures()).as("see target/conformance/report.md").isEmpty();
    if (Boolean.getBoolean("gantry.test.record")) {
      record(report.counts());
    }
    assertThat(Files.readString(README)).contains(report.counts());
    assumeFalse(missing.size() == kinds.size(), String.join("; ", missing));
  }

  private static List<String> kinds() {
    String kinds = setting("GANTRY_TEST_CONFORMANCE", ALL);
    return setting("GANTRY_TEST_ENGINES", "").equals("none")
        ? List.of()
        : List.of(kinds.split(",", -1));
  }

  private static String setting(String name, String otherwise) {
    String value = System.getProperty(name, System.getenv(name));
    return value == null || value.isBlank() ? otherwise : value;
  }

  private static void call(String kind, Report report, List<String> missing) throws IOException {
    try (Scene scene = Scene.of(kind)) {
      report.add(name(kind, scene.client()), verdicts(kind, scene));
    } catch (IOException | GantryException e) {
      missing.add("engine " + kind + ": SKIPPED: " + e.getMessage());
      System.err.println(missing.get(missing.size() - 1));
    }
  }

  private static String name(String kind, EngineClient client) {
    Map<?, ?> version = (Map<?, ?>) Objects.requireNonNull(client.call("SystemVersion", Map.of()));
    String[] number = String.valueOf(version.get("Version")).split("[.]", -1);
    return (kind.equals("podman") ? "Podman " : "Docker ") + number[0] + "." + number[1];
  }

  private static Map<String, Verdict> verdicts(String kind, Scene scene) throws IOException {
    EngineClient client = scene.client();
    Map<String, List<Outcome>> outcomes = outcomes(scene);
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (Operation operation : Catalogue.shipped().operations()) {
      verdicts.put(
          operation.id(),
          isIn(operation.id(), client)
              ? Verdict.of(kind, operation, outcomes.getOrDefault(operation.id(), List.of()))
              : Verdict.absent(operation, client.version()));
    }
    return verdicts;
  }

  private static Map<String, List<Outcome>> outcomes(Scene scene) throws IOException {
    Map<String, List<Outcome>> outcomes = new HashMap<>();
    for (Case wanted : Case.all().stream().filter(scene::has).toList()) {
      if (wanted.isRestart()) {
        scene.restart();
      } else {
        outcomes
            .computeIfAbsent(wanted.operation(), it -> new ArrayList<>())
            .add(scene.caller(wanted).call(wanted));
      }
    }
    return outcomes;
  }

  private static boolean isIn(String operation, EngineClient client) {
    return Catalogue.shipped().operation(operation).isIn(client.version());
  }

  private static void record(List<String> counts) throws IOException {
    String readme = Files.readString(README);
    int begin = readme.indexOf(MARK) + MARK.length();
    int end = readme.indexOf(MARK, begin);
    String line = "\nOf the API's 108 operations succeed " + String.join(", ", counts) + ".\n";
    Files.writeString(README, readme.substring(0, begin) + line + readme.substring(end));
  }
}
