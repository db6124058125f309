package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.Conversation.Program;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.FrameStream;
import dev.gantry.engine.NotFoundException;
import dev.gantry.http.UpgradedConnection;
import groovy.lang.Closure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attaches to the streams of a container's program. */
final class Attach {
  private final Docker docker;
  private final Container container;

  Attach(Docker docker, Container container) {
    this.docker = docker;
    this.container = container;
  }

  /** Reads the output to its end, or hands out the open streams with {@code stream: true}. */
  Object run(Map<String, ?> options) {
    VerbOptions wanted = docker.options("attach", options);
    if (isHandover(wanted)) {
      return handedOver(wanted);
    }
    Conversation streams = begin(wanted);
    if (wanted.is("stream")) {
      return streams;
    }
    if (docker.tty().isThere() && !Conversation.hasInput(wanted)) {
      return watched(streams);
    }
    try (streams) {
      return Result.of(streams.frames()).ended(streams.exitStatus());
    }
  }

  /** Somebody looks on: what comes is shown as it comes, and not once more at the end. */
  private Result watched(Conversation streams) {
    OutputStream screen = docker.tty().screen();
    try (streams) {
      FrameStream frames = streams.frames();
      while (frames.hasNext()) {
        screen.write(frames.next().bytes());
        screen.flush();
      }
      return Result.none().ended(streams.exitStatus());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Result each(Map<String, ?> options, Closure<?> each) {
    try (Conversation streams = begin(docker.options("attach", options))) {
      streams.getLines().each(each);
      return Result.none().ended(streams.exitStatus());
    }
  }

  private boolean isHandover(VerbOptions wanted) {
    return docker.tty().isThere()
        && !wanted.is("stream")
        && !wanted.client().containsKey("stdin")
        && container.hasTerminal();
  }

  /** The program has the terminal, as with {@code docker attach}; it draws its screen anew. */
  private Result handedOver(VerbOptions wanted) {
    container.inspect();
    DetachKeys keys = docker.detachKeys(wanted.query().get("detachKeys"));
    Map<String, @Nullable Object> parameters = parameters(wanted);
    parameters.put("stdin", Rows.in(container.document().get("Config"), "OpenStdin"));
    parameters.put("detachKeys", keys.text());
    try (ContainerEnd end = ContainerEnd.of(docker, container, false)) {
      UpgradedConnection connection = docker.engine().takeOver("ContainerAttach", parameters);
      Handover.Sizing sizing = Handover.Sizing.by(docker, "ContainerResize", container.getId());
      return new Handover(connection, keys, sizing).run(docker.tty(), true)
          ? Handover.left(docker, container.label())
          : Result.none().ended(end.status());
    }
  }

  private Map<String, @Nullable Object> parameters(VerbOptions wanted) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>(wanted.query());
    parameters.put("id", container.getId());
    parameters.put("stream", isThere(wanted));
    parameters.put("stdin", Conversation.hasInput(wanted));
    LogReading.addStreams(parameters);
    return parameters;
  }

  private Conversation begin(VerbOptions wanted) {
    Conversation.check(docker, wanted);
    container.inspect();
    Map<String, @Nullable Object> parameters = parameters(wanted);
    boolean terminal = container.hasTerminal();
    ContainerEnd end =
        ContainerEnd.of(docker, container, terminal && Conversation.hasInput(wanted));
    try {
      UpgradedConnection connection = open(wanted, parameters);
      return Conversation.begin(
          docker, connection, wanted, new Program(terminal, inputEnds(terminal), end));
    } catch (RuntimeException e) {
      end.close();
      throw e;
    }
  }

  /**
   * Looks again where logs were asked for: of a program that ended between the first look and the
   * call they are all there is, and nothing more is to come.
   */
  private UpgradedConnection open(VerbOptions wanted, Map<String, @Nullable Object> parameters) {
    UpgradedConnection connection = docker.engine().takeOver("ContainerAttach", parameters);
    if (!hasLogs(wanted) || Boolean.FALSE.equals(parameters.get("stream"))) {
      return connection;
    }
    try {
      container.inspect();
    } catch (NotFoundException e) {
      return connection; // its removal ends the stream
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
    if (!hasEnded()) {
      return connection;
    }
    connection.close();
    parameters.put("stream", false);
    return docker.engine().takeOver("ContainerAttach", parameters);
  }

  /** The daemon ends the input with its first end only where that was agreed upon (StdinOnce). */
  private boolean inputEnds(boolean terminal) {
    Object once = Rows.in(container.document().get("Config"), "StdinOnce");
    return !terminal && Boolean.TRUE.equals(once);
  }

  /**
   * Whether there is a program to attach to, or one to come. The daemon would wait without a word
   * for one that has ended to be started again (docker/cli v28.2.2 refuses it likewise,
   * cli/command/container/attach.go).
   */
  private boolean isThere(VerbOptions wanted) {
    if (hasEnded() && !hasLogs(wanted)) {
      throw new UsageException(
          container.label() + " has ended: start it first, or read its logs()");
    }
    if (container.getStatus().equals("paused")) {
      throw new UsageException(container.label() + " is paused: unpause it first");
    }
    return !hasEnded();
  }

  private boolean hasEnded() {
    return container.getStatus().equals("exited") || container.getStatus().equals("dead");
  }

  private static boolean hasLogs(VerbOptions wanted) {
    return Boolean.TRUE.equals(wanted.query().get("logs"));
  }
}
