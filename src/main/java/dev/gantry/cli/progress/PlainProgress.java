package dev.gantry.cli.progress;

import dev.gantry.dsl.Notices;
import dev.gantry.dsl.Upload;
import dev.gantry.engine.buildkit.Steps;
import dev.gantry.engine.buildkit.Trace;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Progress for a log: few lines, one for each layer or step that is done. */
final class PlainProgress implements Notices.Work {
  /** The words with which the daemon ends a layer (moby v28.5.2, distribution). */
  private static final Set<String> FINAL =
      Set.of("Pull complete", "Already exists", "Pushed", "Layer already exists");

  private final Consumer<String> print;
  private final Steps steps = new Steps();
  private final Set<Steps.Step> ended = new HashSet<>();
  private final StringBuilder unfinished = new StringBuilder();
  private boolean building;

  PlainProgress(Consumer<String> print) {
    this.print = print;
  }

  @Override
  public synchronized void tell(Map<String, @Nullable Object> event) {
    if (Trace.ID.equals(event.get("id"))) {
      trace(Trace.decode(Objects.toString(event.get("aux"), "")));
    } else if (event.get("stream") != null) {
      text(Objects.toString(event.get("stream"), ""));
    } else if (event.get("status") != null) {
      status(Objects.toString(event.get("id"), ""), Objects.toString(event.get("status"), ""));
    }
  }

  @Override
  public synchronized void sent(Upload upload) {
    if (upload.isOver()) {
      print.accept(Sending.line(upload));
    }
  }

  private void trace(Trace trace) {
    steps.add(trace);
    steps.all().stream()
        .filter(step -> step.isOver() && ended.add(step))
        .filter(step -> !step.isInternal())
        .forEach(step -> print.accept(step.name() + "  " + step.outcome()));
  }

  /** Of a build by the classic builder the steps are told, and not what they print. */
  private void text(String piece) {
    unfinished.append(piece);
    for (int end = unfinished.indexOf("\n"); end >= 0; end = unfinished.indexOf("\n")) {
      String line = unfinished.substring(0, end).strip();
      unfinished.delete(0, end + 1);
      building |= line.startsWith("Step ");
      if (!line.isEmpty() && (!building || line.matches("(Step |Successfully ).*"))) {
        print.accept(line);
      }
    }
  }

  private void status(String id, String status) {
    if (id.isEmpty() && !status.isBlank()) {
      print.accept(status.strip());
    } else if (FINAL.contains(status)) {
      print.accept(id + ": " + status);
    }
  }

  @Override
  public void close() {}
}
