package dev.gantry.engine.buildkit;

import dev.gantry.engine.buildkit.Trace.Vertex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a build, put together from what each message says is new; and told as lines, in the
 * form that {@code docker build --progress=plain} made known: {@code #3 [2/4] COPY . /app}, its
 * output, and {@code #3 DONE 0.2s}.
 */
public final class Steps {
  private static final int LAST_LINES = 20;

  private final Map<String, Step> byDigest = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();

  /** Takes in what is new, and gives the lines that tell it. */
  public List<String> add(Trace trace) {
    lines.clear();
    trace.vertices().forEach(this::update);
    for (Trace.Log log : trace.logs()) {
      Step step = step(log.vertex());
      log.text().lines().forEach(line -> print(step, line));
    }
    for (Trace.Warning warning : trace.warnings()) {
      lines.add("warning: " + warning.text());
    }
    return List.copyOf(lines);
  }

  /** All steps in the order in which they were heard of. */
  public List<Step> all() {
    return List.copyOf(byDigest.values());
  }

  /** The step that failed, if one did. */
  public Optional<Step> failed() {
    return byDigest.values().stream()
        .filter(step -> !step.error.isEmpty() && !step.error.contains("context canceled"))
        .findFirst();
  }

  private Step step(String digest) {
    return byDigest.computeIfAbsent(digest, unknown -> new Step(byDigest.size() + 1, digest));
  }

  private void update(Vertex vertex) {
    Step step = step(vertex.digest());
    boolean named = !step.name.isEmpty();
    step.name = vertex.name();
    if (!named) {
      lines.add(step + " " + step.name);
    }
    boolean over = step.isOver();
    step.cached |= vertex.cached();
    vertex.started().ifPresent(time -> step.started = Optional.of(time));
    step.completed = vertex.completed();
    step.error = vertex.error();
    if (step.isOver() && !over) {
      lines.add(step + " " + step.outcome());
    }
  }

  private void print(Step step, String line) {
    lines.add(step + " " + line);
    step.output.add(line);
    if (step.output.size() > LAST_LINES) {
      step.output.remove(0);
    }
  }

  /** One step, as far as it has come. */
  public static final class Step {
    private final int number;
    private final String digest;
    private final List<String> output = new ArrayList<>();
    private String name = "";
    private String error = "";
    private boolean cached;
    private Optional<Instant> started = Optional.empty();
    private Optional<Instant> completed = Optional.empty();

    private Step(int number, String digest) {
      this.number = number;
      this.digest = digest;
    }

    /** What the parts of the step name it by. */
    public String digest() {
      return digest;
    }

    /** What it does, such as {@code [2/4] COPY . /app}. */
    public String name() {
      return name;
    }

    /** Whether it is the builder's own: to read the build file, to look up an image. */
    public boolean isInternal() {
      return name.startsWith("[internal]") || name.startsWith("copy /context");
    }

    /** The last lines that it printed, twenty at most. */
    public List<String> output() {
      return List.copyOf(output);
    }

    public Optional<Instant> started() {
      return started;
    }

    public boolean isOver() {
      return completed.isPresent();
    }

    /** How it ended: {@code DONE 0.2s}, {@code CACHED}, {@code ERROR: …}; empty while it runs. */
    public String outcome() {
      if (completed.isEmpty()) {
        return "";
      }
      if (!error.isEmpty()) {
        return error.contains("context canceled") ? "CANCELED" : "ERROR: " + error;
      }
      return cached ? "CACHED" : "DONE " + seconds(completed.get());
    }

    /** How long it took up to a point in time: {@code 1.2s}. */
    public String seconds(Instant until) {
      Duration time = Duration.between(started.orElse(until), until);
      return String.format(Locale.ROOT, "%.1fs", Math.max(0, time.toMillis()) / 1000.0);
    }

    @Override
    public String toString() {
      return "#" + number;
    }
  }
}
