package dev.gantry.cli.progress;

import dev.gantry.dsl.Humane;
import dev.gantry.dsl.Upload;
import dev.gantry.engine.buildkit.Steps;
import dev.gantry.engine.buildkit.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to show of a piece of work: a row for each layer, step or sentence. */
final class Board {
  private @Nullable Sending sending;
  private final Map<String, Transfer> transfers = new LinkedHashMap<>();
  private final ClassicSteps classic = new ClassicSteps();
  private final Steps steps = new Steps();
  private final Map<String, Map<String, Trace.Status>> parts = new LinkedHashMap<>();

  /** Takes in how much is sent. */
  void sent(Upload upload, Instant now) {
    sending = sending == null ? Sending.begun(upload, now) : sending.at(upload, now);
  }

  /** Takes in an object of the progress. */
  void add(Map<String, @Nullable Object> event, Instant now) {
    String id = text(event.get("id"));
    if (id.equals(Trace.ID)) {
      trace(Trace.decode(text(event.get("aux"))));
    } else if (event.get("stream") != null) {
      classic.add(text(event.get("stream")), now);
    } else if (!text(event.get("status")).isBlank()) {
      String key = id.isEmpty() ? "sentence " + transfers.size() : id;
      transfers.computeIfAbsent(key, first -> new Transfer(id)).add(event, now);
    }
  }

  private void trace(Trace trace) {
    steps.add(trace);
    for (Trace.Status part : trace.statuses()) {
      parts.computeIfAbsent(part.vertex(), vertex -> new LinkedHashMap<>()).put(part.id(), part);
    }
  }

  /** The rows, oldest first. */
  List<Row> rows(Instant now) {
    List<Row> rows = new ArrayList<>();
    if (sending != null) {
      rows.add(sending.row(now));
    }
    transfers.values().forEach(transfer -> rows.add(transfer.row(now)));
    rows.addAll(classic.rows(now));
    steps.all().stream()
        .sorted(Comparator.comparing(step -> step.started().orElse(Instant.MAX)))
        .forEach(step -> rows.addAll(rows(step, now)));
    return rows;
  }

  /** The builder's own steps are shown while they run, and only then. */
  private List<Row> rows(Steps.Step step, Instant now) {
    if (step.isOver()) {
      return step.isInternal() ? List.of() : List.of(new Row(step.name(), step.outcome()));
    }
    if (step.started().isEmpty()) {
      return List.of();
    }
    Stream<Row> last =
        step.output().stream()
            .skip(Math.max(0, step.output().size() - 1))
            .map(line -> new Row("  | " + line, ""));
    return Stream.of(
            Stream.of(new Row(step.name(), step.seconds(now))),
            parts.getOrDefault(step.digest(), Map.of()).values().stream()
                .filter(part -> part.completed().isEmpty())
                .map(Board::row),
            last)
        .flatMap(rows -> rows)
        .toList();
  }

  private static Row row(Trace.Status part) {
    String done = part.current() > 0 ? Humane.size(part.current()) : "";
    return new Row(
        "  " + part.id(), part.total() > 0 ? done + "/" + Humane.size(part.total()) : done);
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
