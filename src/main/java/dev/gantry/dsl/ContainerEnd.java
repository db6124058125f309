package dev.gantry.dsl;

import dev.gantry.GantryException;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.StreamException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a container's program will end. It is asked for before anything is read (as docker/cli
 * v28.2.2 does, cli/command/container/attach.go), so that it is known even of a container that
 * removes itself.
 */
final class ContainerEnd implements AutoCloseable {
  /** How long the daemon may take to notice the end of a program whose output has ended. */
  private static final Duration NOTICE = Duration.ofSeconds(3);

  private final HttpResponse ending;
  private final boolean mayBeLeft;
  private boolean asked;
  private @Nullable Integer status;

  private ContainerEnd(HttpResponse ending, boolean mayBeLeft) {
    this.ending = ending;
    this.mayBeLeft = mayBeLeft;
  }

  /**
   * Begins to wait.
   *
   * @param mayBeLeft whether keys can leave the program running, so that the end of its output need
   *     not be its own: with a terminal that is fed (moby v28.5.2, container/stream/attach.go)
   */
  static ContainerEnd of(Docker docker, Container container, boolean mayBeLeft) {
    String condition = container.getStatus().equals("created") ? "next-exit" : "not-running";
    Map<String, Object> parameters = Map.of("id", container.getId(), "condition", condition);
    return new ContainerEnd(docker.engine().open("ContainerWait", parameters), mayBeLeft);
  }

  /** The exit status, after the end of the output; null when the program was left running. */
  synchronized @Nullable Integer status() {
    if (!asked) {
      asked = true;
      try (ending) {
        status = mayBeLeft ? soon() : Integer.valueOf(Waiting.exitStatus(ending));
      }
    }
    return status;
  }

  private @Nullable Integer soon() {
    try (Alarm alarm = Alarm.closing(ending, NOTICE)) {
      try {
        return Waiting.exitStatus(ending);
      } catch (StreamException e) {
        if (alarm.rang(e)) {
          return null;
        }
        throw e;
      }
    }
  }

  @Override
  public void close() {
    try {
      ending.close();
    } catch (GantryException e) {
      // Nobody wants to know any more.
    }
  }
}
