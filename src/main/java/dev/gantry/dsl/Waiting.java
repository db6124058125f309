package dev.gantry.dsl;

import dev.gantry.DidYouMean;
import dev.gantry.UsageException;
import dev.gantry.engine.NotFoundException;
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
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Docker docker;
  private final Container container;

  Waiting(Docker docker, Container container) {
    this.docker = docker;
    this.container = container;
  }

  /** Waits for its end: a long poll, or with a time-out a look now and then. */
  int exit(Map<String, ?> options) {
    if (deadline(options) == null) {
      Object end = docker.engine().call("ContainerWait", Map.of("id", container.getId()));
      container.changed();
      return Rows.in(end, "StatusCode") instanceof Number code ? code.intValue() : 0;
    }
    state(options, "exited");
    return container.getExitCode();
  }

  void state(Map<String, ?> options, String wanted) {
    if (!STATES.contains(wanted)) {
      throw new UsageException(
          "unknown state '%s' for waitFor%s; there are: %s"
              .formatted(wanted, DidYouMean.hint(wanted, STATES), String.join(", ", STATES)));
    }
    Duration limit = deadline(options);
    long start = System.nanoTime();
    while (!isIn(wanted)) {
      if (limit != null && System.nanoTime() - start > limit.toNanos()) {
        throw new WaitException(
            "%s is not %s after %s s: it is %s"
                .formatted(container, wanted, limit.toSeconds(), now()));
      }
      pause();
    }
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
      throw new WaitException(container + " has no health check, so it never becomes " + wanted);
    }
    boolean over = container.getStatus().equals("exited") || container.getStatus().equals("dead");
    if (over && (health || wanted.equals("paused"))) {
      throw new WaitException(
          "%s has ended (exit status %d) and does not become %s"
              .formatted(container, container.getExitCode(), wanted));
    }
  }

  private String now() {
    return container.getHealth().equals("none")
        ? container.getStatus()
        : container.getStatus() + ", " + container.getHealth();
  }

  private @Nullable Duration deadline(Map<String, ?> options) {
    Object seconds = docker.options("waitFor", options).client().get("timeout");
    return seconds instanceof Number number ? Duration.ofSeconds(number.longValue()) : null;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WaitException("interrupted while waiting");
    }
  }
}
