package dev.gantry.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.GantryException;
import dev.gantry.testing.OnEngines;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, unit = TimeUnit.MINUTES)
class EverydayTest {
  private static final Path REPORT = Path.of("target", "oracle", "report.md");
  private static final Map<String, List<String>> LINES = new TreeMap<>();

  @TempDir Path folder;

  @OnEngines({"20", "28"})
  void everydayCommandsDoWhatTheCliDoes(TestEngine engine) throws Exception {
    Bench bench = new Bench(engine, folder);
    List<String> lines = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    try {
      bench.prepare();
      for (Everyday row : Everyday.rows()) {
        String verdict = verdict(bench, row, row.differsOn(engine.kind()));
        lines.add("| `docker %s` | `%s` | %s |".formatted(row.cli(), row.gantry(), first(verdict)));
        if (verdict.startsWith("WRONG")) {
          wrong.add(row.cli() + ": " + verdict);
        }
      }
    } finally {
      bench.sweep("dsl-o-");
      report(engine.kind(), lines);
    }
    assertThat(wrong).isEmpty();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(60);
  }

  private static String verdict(Bench bench, Everyday row, String differs)
      throws IOException, InterruptedException {
    String expected;
    String actual;
    try {
      expected = Normalised.text(bench.byCli(row));
      bench.sweep(Everyday.NAME);
      actual = Normalised.text(bench.byGantry(row));
    } catch (IOException | GantryException e) {
      return "WRONG: " + e.getMessage();
    } finally {
      bench.sweep(Everyday.NAME);
    }
    if (expected.equals(actual)) {
      return differs.isEmpty() ? "the same" : "WRONG: they do not differ any more: " + differs;
    }
    return differs.isEmpty()
        ? "WRONG:\n--- docker\n" + expected + "\n--- gantry\n" + actual + "\n"
        : "differs on purpose: " + differs;
  }

  private static String first(String text) {
    return text.lines().findFirst().orElse("").replace("|", "\\|");
  }

  private static void report(String kind, List<String> lines) throws IOException {
    LINES.put(kind, lines);
    List<String> report =
        new ArrayList<>(List.of("# Everyday commands: Docker CLI and Gantry", ""));
    LINES.forEach(
        (engine, rows) -> {
          report.add("## Engine " + engine + ": " + counts(rows));
          report.addAll(List.of("", "| docker | Gantry | |", "|---|---|---|"));
          report.addAll(rows);
          report.add("");
        });
    Files.createDirectories(REPORT.getParent());
    Files.write(REPORT, report);
  }

  private static String counts(List<String> rows) {
    return "%d compared, %d the same, %d differ on purpose, %d wrong"
        .formatted(
            rows.size(),
            rows.stream().filter(row -> row.endsWith("| the same |")).count(),
            rows.stream().filter(row -> row.contains("| differs on purpose: ")).count(),
            rows.stream().filter(row -> row.contains("| WRONG")).count());
  }
}
