package dev.gantry.dsl;

import dev.gantry.engine.buildkit.Steps;
import dev.gantry.engine.buildkit.Trace;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a builder says: its lines, and the id of the image. */
final class BuildLog {
  private static final int KEPT = 10_000;
  private static final int SHOWN = 20;

  /** For engines that name the image in no other way. */
  private static final Pattern BUILT = Pattern.compile("Successfully built ([0-9a-f]{12,64})");

  private final Deque<String> lines = new ArrayDeque<>();
  private final Steps steps = new Steps();
  private final StringBuilder unfinished = new StringBuilder();
  private @Nullable String id;

  /** Takes in one object of the progress. */
  void add(Map<String, @Nullable Object> event) {
    if (Trace.ID.equals(event.get("id"))) {
      steps.add(Trace.decode(Rows.text(event.get("aux")))).forEach(this::line);
    } else if (Rows.in(event.get("aux"), "ID") != null) {
      id = Rows.text(Rows.in(event.get("aux"), "ID"));
    } else {
      text(Rows.text(event.get("stream")));
    }
  }

  private void text(String piece) {
    unfinished.append(piece);
    int end = unfinished.lastIndexOf("\n");
    if (end >= 0) {
      Arrays.stream(unfinished.substring(0, end).split("\n", -1)).forEach(this::line);
      unfinished.delete(0, end + 1);
    }
  }

  private void line(String line) {
    Matcher built = BUILT.matcher(line);
    if (id == null && built.matches()) {
      id = built.group(1);
    }
    lines.add(line);
    if (lines.size() > KEPT) {
      lines.remove();
    }
  }

  Optional<String> id() {
    return Optional.ofNullable(id);
  }

  String text() {
    return String.join("\n", lines) + (unfinished.isEmpty() ? "" : "\n" + unfinished);
  }

  /** What helps to understand a failure: the step, and the end of what it printed. */
  String beforeFailure() {
    return steps
        .failed()
        .map(step -> step.name() + indented(step.output()))
        .orElseGet(this::lastStep);
  }

  /** The classic builder prints one step after the other. */
  private String lastStep() {
    List<String> all = List.copyOf(lines);
    int start = all.size() - 1;
    while (start >= 0 && !all.get(start).startsWith("Step ")) {
      start--;
    }
    if (start < 0) {
      return "";
    }
    List<String> output = all.subList(Math.max(start + 1, all.size() - SHOWN), all.size());
    return all.get(start) + indented(output);
  }

  private static String indented(List<String> output) {
    return output.stream().map(line -> "\n  | " + line).collect(Collectors.joining());
  }
}
