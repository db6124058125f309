package dev.gantry.dsl;

import dev.gantry.GantryException;
import dev.gantry.UsageException;
import dev.gantry.dsl.options.CreateRequest;
import dev.gantry.engine.EngineException;
import dev.gantry.engine.FrameStream;
import dev.gantry.engine.Input;
import dev.gantry.http.HttpResponse;
import dev.gantry.http.StreamException;
import dev.gantry.http.UpgradedConnection;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
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
    if (request.detach()) {
      return start(Creation.of(docker, request));
    }
    if (request.interactive() && request.tty()) {
      return handedOver();
    }
    try (InputStream input = docker.files().feeding(request.stdin().orElse(""))) {
      Container container = Creation.of(docker, request);
      return attached(container, "", streams -> output(talk(streams, input, container), container));
    } catch (IOException e) {
      throw new UsageException("cannot close what was fed to run: " + e.getMessage());
    }
  }

  /** The program has the terminal, as with {@code docker run -it}. */
  private Result handedOver() {
    if (request.stdin().isPresent()) {
      throw new UsageException(
          "option 'stdin' of run excludes 'tty': a terminal's input has no end");
    }
    Handover.check(docker, "run with 'interactive' and 'tty'");
    DetachKeys keys = docker.detachKeys(request.detachKeys().orElse(null));
    Container container = Creation.of(docker, request);
    return attached(
        container,
        keys.text(),
        streams -> {
          Handover.Sizing sizing = Handover.Sizing.by(docker, "ContainerResize", container.getId());
          return !new Handover(streams, keys, sizing).run(docker.tty(), false)
              ? Result.none()
              : null;
        });
  }

  /** What is done while the container runs; gives nothing when it was left running. */
  private interface Talk {
    @Nullable Result over(UpgradedConnection streams);
  }

  private Result attached(Container container, String detachKeys, Talk talk) {
    try (UpgradedConnection streams = attach(container, detachKeys);
        HttpResponse ending = waiting(container, "next-exit")) {
      if (!request.autoRemove()) {
        return ran(container, streams, talk, ending);
      }
      try (HttpResponse removal = waiting(container, "removed")) {
        Result result = ran(container, streams, talk, ending);
        if (result.getExitCode() != null) {
          removal.bodyBytes(Integer.MAX_VALUE);
        }
        return result;
      }
    }
  }

  private Result ran(
      Container container, UpgradedConnection streams, Talk talk, HttpResponse ending) {
    startOrRemove(container);
    Result result = talk.over(streams);
    return result == null
        ? Handover.left(docker, container.label())
        : result.ended(Waiting.exitStatus(ending));
  }

  /** A program whose input breaks off must not take it for the whole: it is killed. */
  private FrameStream talk(UpgradedConnection streams, InputStream input, Container container) {
    return request.interactive()
        ? docker
            .engine()
            .converse(streams, new Input(input, true, () -> signal(container, "KILL")), false)
        : FrameStream.of(streams, request.tty());
  }

  /**
   * Who interrupts the run means the program: docker/cli hands signals on likewise (--sig-proxy).
   */
  private Result output(FrameStream frames, Container container) {
    try {
      return Result.of(frames);
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
      if (signal(container, "INT")) {
        docker.notices().say("sent SIGINT to " + container + "; it runs on if it ignores that");
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** False when it has ended by itself, or the engine is gone: nothing is left to stop then. */
  private static boolean signal(Container container, String name) {
    try {
      container.kill(name);
      return true;
    } catch (GantryException e) {
      return false;
    }
  }

  private UpgradedConnection attach(Container container, String detachKeys) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    parameters.put("id", container.getId());
    parameters.put("stream", true);
    parameters.put("stdin", request.interactive());
    parameters.put("stdout", true);
    parameters.put("stderr", true);
    if (!detachKeys.isEmpty()) {
      parameters.put("detachKeys", detachKeys);
    }
    return docker.engine().takeOver("ContainerAttach", parameters);
  }

  /**
   * The answer to a wait, which ends when the container does. A container that removes itself is
   * waited for until it is gone as well, so that its name is free again; what that wait says of how
   * it ended is not to be had: Podman 4.3 says 0 there, whatever happened.
   */
  private HttpResponse waiting(Container container, String condition) {
    return docker
        .engine()
        .open("ContainerWait", Map.of("id", container.getId(), "condition", condition));
  }

  /** The CLI leaves a container behind that could not be started, unless it was to be removed. */
  private void startOrRemove(Container container) {
    try {
      start(container);
    } catch (RuntimeException e) {
      if (request.autoRemove()) {
        removeQuietly(container);
      }
      throw e;
    }
  }

  private Container start(Container container) {
    try {
      return container.start();
    } catch (EngineException e) {
      List<String> command = Rows.texts(request.body().get("Cmd"));
      if (OneWord.isToBlame(command, e.daemonMessage())) {
        docker.notices().say(OneWord.hint("run('" + request.body().get("Image") + "', ", command));
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
