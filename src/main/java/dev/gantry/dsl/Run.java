package dev.gantry.dsl;

import dev.gantry.GantryException;
import dev.gantry.UsageException;
import dev.gantry.dsl.options.CreateRequest;
import dev.gantry.engine.FrameStream;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.StreamException;
import dev.gantry.http.UpgradedConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command in a new container as {@code docker run} does (docker/cli v28.2.2,
 * cli/command/container/run.go): attach and wait before the start, so that not one byte and not the
 * end is missed, then start.
 */
final class Run {
  private final Docker docker;
  private final CreateRequest request;

  Run(Docker docker, CreateRequest request) {
    this.docker = docker;
    this.request = request;
  }

  Object run() {
    if (!request.detach() && request.interactive() && request.tty()) {
      // As docker/cli says "the input device is not a TTY": the program would wait for keys.
      throw new UsageException(
          "run has no keyboard for a terminal: leave out 'interactive' or 'tty', or detach");
    }
    Container container = Creation.of(docker, request);
    return request.detach() ? container.start() : attached(container);
  }

  private Result attached(Container container) {
    try (UpgradedConnection streams = attach(container);
        HttpResponse ending = docker.engine().open("ContainerWait", waiting(container))) {
      startOrRemove(container);
      if (request.interactive()) {
        streams.shutdownOutput();
      }
      return output(streams, container).ended(Waiting.exitStatus(ending));
    }
  }

  /**
   * Who interrupts the run means the program: docker/cli hands signals on likewise (--sig-proxy).
   */
  private Result output(UpgradedConnection streams, Container container) {
    try {
      return Result.of(FrameStream.of(streams, request.tty()));
    } catch (StreamException e) {
      if (e.cancelled() && request.sigProxy()) {
        interrupt(container);
      }
      throw e;
    }
  }

  private void interrupt(Container container) {
    // Left set, it would cut this call short as well.
    boolean interrupted = Thread.interrupted();
    try {
      container.kill("INT");
      docker.notices().say("sent SIGINT to " + container + "; it runs on if it ignores that");
    } catch (GantryException e) {
      // It has ended by itself, or the engine is gone: nothing is left to interrupt.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private UpgradedConnection attach(Container container) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    parameters.put("id", container.getId());
    parameters.put("stream", true);
    parameters.put("stdin", request.interactive());
    parameters.put("stdout", true);
    parameters.put("stderr", true);
    return docker.engine().takeOver("ContainerAttach", parameters);
  }

  /**
   * A container that removes itself is waited for until it is gone, so that its name is free again.
   */
  private Map<String, Object> waiting(Container container) {
    return Map.of(
        "id", container.getId(), "condition", request.autoRemove() ? "removed" : "next-exit");
  }

  /** The CLI leaves a container behind that could not be started, unless it was to be removed. */
  private void startOrRemove(Container container) {
    try {
      container.start();
    } catch (RuntimeException e) {
      if (request.autoRemove()) {
        removeQuietly(container);
      }
      throw e;
    }
  }

  private static void removeQuietly(Container container) {
    try {
      container.remove(Map.of("force", true));
    } catch (GantryException e) {
      // The daemon removes it by itself in most versions; the error of the start is what matters.
    }
  }
}
