package dev.gantry.conformance;

import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Operation;
import dev.gantry.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Operation by engine: {@code target/conformance/report.md} and {@code report.json}. */
final class Report {
  private static final Path FOLDER = Path.of("target", "conformance");

  /** The engines' names, each with what came of every operation. */
  private final Map<String, Map<String, Verdict>> engines = new LinkedHashMap<>();

  void add(String engine, Map<String, Verdict> verdicts) {
    engines.put(engine, verdicts);
  }

  /** What failed, a line each. */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    engines.forEach(
        (engine, verdicts) ->
            verdicts.forEach(
                (id, verdict) -> {
                  if (verdict.isFailure()) {
                    failures.add(engine + ": " + id + " " + verdict.text());
                  }
                }));
    return failures;
  }

  /** How many operations succeed on each engine, as the README says it: {@code 104 on Docker …}. */
  List<String> counts() {
    List<String> counts = new ArrayList<>();
    engines.forEach((engine, all) -> counts.add(okIn(all) + " on " + engine));
    return counts;
  }

  private static long okIn(Map<String, Verdict> verdicts) {
    return verdicts.values().stream().filter(Verdict::isOk).count();
  }

  void write() throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("report.json"), Json.pretty(json()) + "\n");
    List<String> lines = new ArrayList<>();
    lines.add("# Conformance\n\nOf 108 operations succeed " + String.join(", ", counts()) + ".\n");
    lines.add("| operation | " + String.join(" | ", engines.keySet()) + " |");
    lines.add("|---".repeat(engines.size() + 1) + "|");
    for (Operation operation : Catalogue.shipped().operations()) {
      lines.add(
          engines.values().stream()
              .map(verdicts -> cell(Objects.requireNonNull(verdicts.get(operation.id()))))
              .collect(Collectors.joining(" | ", "| " + operation.id() + " | ", " |")));
    }
    lines.add("\nNot as defined, on calls that do what they are for:\n");
    engines.forEach(
        (engine, verdicts) ->
            verdicts.forEach(
                (id, verdict) ->
                    verdict
                        .remarks()
                        .forEach(it -> lines.add("- " + engine + ", " + id + ": " + it))));
    Files.write(FOLDER.resolve("report.md"), lines);
  }

  private static String cell(Verdict verdict) {
    return verdict.text().replace("|", "\\|").replace("\n", " ");
  }

  private Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    engines.forEach(
        (engine, verdicts) -> {
          Map<String, Object> each = new LinkedHashMap<>();
          verdicts.forEach(
              (id, it) -> each.put(id, Map.of("verdict", it.text(), "remarks", it.remarks())));
          json.put(engine, each);
        });
    return json;
  }
}
