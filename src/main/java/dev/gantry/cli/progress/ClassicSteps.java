package dev.gantry.cli.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text that the classic builder, a load or an import says: steps with their times, and the last
 * line that the running one printed; other sentences as they are.
 */
final class ClassicSteps {
  private static final String STEP = "Step ";

  private final List<Row> done = new ArrayList<>();
  private final StringBuilder unfinished = new StringBuilder();
  private String step = "";
  private String output = "";
  private Instant since = Instant.EPOCH;

  void add(String piece, Instant now) {
    unfinished.append(piece);
    for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n")) {
      line(unfinished.substring(0, end).stripTrailing(), now);
      unfinished.delete(0, end + 1);
    }
  }

  private void line(String line, Instant now) {
    boolean over = line.startsWith("Successfully ");
    if (line.startsWith(STEP) || over) {
      finish(now);
    }
    if (line.startsWith(STEP)) {
      step = line;
      since = now;
    } else if (step.isEmpty() && !line.isBlank()) {
      done.add(new Row(line, ""));
    } else if (!line.isBlank()) {
      output = line;
    }
  }

  private void finish(Instant now) {
    if (!step.isEmpty()) {
      done.add(new Row(step, seconds(now)));
    }
    step = "";
    output = "";
  }

  List<Row> rows(Instant now) {
    List<Row> rows = new ArrayList<>(done);
    if (!step.isEmpty()) {
      rows.add(new Row(step, seconds(now)));
    }
    if (!output.isEmpty()) {
      rows.add(new Row("  | " + output.strip(), ""));
    }
    return rows;
  }

  private String seconds(Instant now) {
    return String.format(Locale.ROOT, "%.1fs", Duration.between(since, now).toMillis() / 1000.0);
  }
}
