package dev.gantry.dsl;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import dev.gantry.engine.NotFoundException;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.StreamException;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits for a container. */
final class Waiting {
  private static final List<String> STATES =
      List.of(
          "created",
          "running",
          "paused",
          "restarting",
          "exited",
          "dead",
          "healthy",
          "unhealthy",
          "removed");
  private static final long PAUSE = 100;

  private final Docker docker;
  private final Container container;

  Waiting(Docker docker, Container container) {
    this.docker = docker;
    this.container = container;
  }

  /**
   * Waits for its end with one long poll, so that the exit status is known even of a container that
   * removes itself.
   */
  int exit(Map<String, ?> options) {
    Duration limit = deadline(docker, options);
    try (HttpResponse ending =
        docker.engine().open("ContainerWait", Map.of("id", container.getId()))) {
      int status = limit == null ? exitStatus(ending) : within(limit, ending);
      container.changed();
      return status;
    }
  }

  private int within(Duration limit, HttpResponse ending) {
    try (Alarm alarm = Alarm.closing(ending, limit)) {
      try {
        return exitStatus(ending);
      } catch (StreamException e) {
        if (alarm.rang(e)) {
          container.inspect();
          throw late("end", limit);
        }
        throw e;
      }
    }
  }

  /** What the answer to ContainerWait says, once it is there. */
  static int exitStatus(HttpResponse ending) {
    Object end = end(new String(ending.bodyBytes(Integer.MAX_VALUE), StandardCharsets.UTF_8));
    String error = Rows.text(Rows.in(Rows.in(end, "Error"), "Message"));
    if (!error.isEmpty() || !(Rows.in(end, "StatusCode") instanceof Number status)) {
      throw unknownEnd(error.isEmpty() ? "it said " + Json.write(end) : error);
    }
    return status.intValue();
  }

  private static @Nullable Object end(String body) {
    try {
      return Json.read(body);
    } catch (JsonException e) {
      throw unknownEnd(String.valueOf(e.getMessage()));
    }
  }

  private static WaitException unknownEnd(String why) {
    return new WaitException("the engine does not know how the container ended: " + why);
  }

  void state(Map<String, ?> options, String wanted) {
    if (!STATES.contains(wanted)) {
      throw new UsageException(
          "unknown state '%s' for waitFor%s; there are: %s"
              .formatted(wanted, DidYouMean.hint(wanted, STATES), String.join(", ", STATES)));
    }
    Duration limit = deadline(docker, options);
    long start = System.nanoTime();
    while (!isIn(wanted)) {
      if (limit != null && System.nanoTime() - start > limit.toNanos()) {
        throw late(wanted.equals("removed") ? "go away" : "become " + wanted, limit);
      }
      pause(PAUSE);
    }
  }

  private WaitException late(String what, Duration limit) {
    return new WaitException(
        "%s did not %s within %s s: it is %s"
            .formatted(container.label(), what, limit.toSeconds(), now()));
  }

  private boolean isIn(String wanted) {
    try {
      container.inspect();
    } catch (NotFoundException e) {
      if (wanted.equals("removed")) {
        return true;
      }
      throw e;
    }
    checkPossible(wanted);
    return container.getStatus().equals(wanted) || container.getHealth().equals(wanted);
  }

  /** Says at once what waiting would never tell. */
  private void checkPossible(String wanted) {
    boolean health = wanted.equals("healthy") || wanted.equals("unhealthy");
    if (health && container.getHealth().equals("none")) {
      throw new WaitException(
          container.label() + " has no health check, so it never becomes " + wanted);
    }
    if (wanted.equals("created") && !container.getStatus().equals("created")) {
      throw new WaitException(
          "%s was started before (it is %s) and is never created again"
              .formatted(container.label(), container.getStatus()));
    }
    boolean over = container.getStatus().equals("exited") || container.getStatus().equals("dead");
    if (over && (health || wanted.equals("paused"))) {
      throw new WaitException(
          "%s has ended (exit status %d) and does not become %s"
              .formatted(container.label(), container.getExitCode(), wanted));
    }
  }

  private String now() {
    return container.getHealth().equals("none")
        ? container.getStatus()
        : container.getStatus() + ", " + container.getHealth();
  }

  /** The option {@code timeout}; null without one. */
  static @Nullable Duration deadline(Docker docker, Map<String, ?> options) {
    Object seconds = docker.options("waitFor", options).client().get("timeout");
    return seconds instanceof Number number ? Duration.ofSeconds(number.longValue()) : null;
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitException("interrupted while waiting");
    }
  }
}
