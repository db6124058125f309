package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import dev.gantry.engine.FrameStream;
import dev.gantry.http.UpgradedConnection;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command in a running container: prepares it, starts it, reads its output, asks how it
 * ended.
 */
final class Exec {
  private static final long LONGEST_PAUSE = 200;

  private final Docker docker;
  private final String container;

  Exec(Docker docker, String container) {
    this.docker = docker;
    this.container = container;
  }

  Object run(Map<String, ?> options, List<?> given) {
    List<String> command = Options.words(given);
    if (command.isEmpty()) {
      throw new UsageException("exec wants a command, such as c.exec('ls', '-l')");
    }
    VerbOptions wanted = docker.options("exec", options);
    boolean detach = wanted.is("detach");
    boolean terminal = Boolean.TRUE.equals(wanted.body().get("Tty"));
    String id = prepare(wanted.body(), command, !detach);
    if (detach) {
      docker.engine().open("ExecStart", Map.of("id", id, "body", Map.of("Detach", true))).close();
      return Map.of("ID", id);
    }
    return read(id, terminal, Options.closureIn(given));
  }

  private String prepare(Map<String, ?> body, List<String> command, boolean attach) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>(body);
    config.put("Cmd", command);
    config.put("AttachStdout", attach);
    config.put("AttachStderr", attach);
    Object created = docker.engine().call("ContainerExec", Map.of("id", container, "body", config));
    return Rows.text(Rows.in(created, "Id"));
  }

  private Result read(String id, boolean terminal, @Nullable Closure<?> each) {
    Map<String, Object> start = Map.of("Detach", false, "Tty", terminal);
    try (UpgradedConnection streams =
        docker.engine().takeOver("ExecStart", Map.of("id", id, "body", start))) {
      FrameStream frames = FrameStream.of(streams, terminal);
      if (each == null) {
        return Result.of(frames).ended(exitCode(id));
      }
      new Lines(frames).each(each);
      return Result.none().ended(exitCode(id));
    }
  }

  /** The output can end before the daemon has noticed that the command has, or before it has. */
  private @Nullable Integer exitCode(String id) {
    Object exec = docker.engine().call("ExecInspect", Map.of("id", id));
    for (long pause = 5; Boolean.TRUE.equals(Rows.in(exec, "Running")); pause = pause * 2) {
      Waiting.pause(Math.min(pause, LONGEST_PAUSE));
      exec = docker.engine().call("ExecInspect", Map.of("id", id));
    }
    return Rows.in(exec, "ExitCode") instanceof Number code ? code.intValue() : null;
  }
}
