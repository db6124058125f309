package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.Conversation.Program;
import dev.gantry.dsl.options.VerbOptions;
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
    if (wanted.is("detach") && (wanted.is("stream") || Conversation.hasInput(wanted))) {
      throw new UsageException("option 'detach' of exec excludes 'stdin', 'interactive', 'stream'");
    }
    Closure<?> each = Options.closureIn(given);
    if (isHandover(wanted) && each == null) {
      return handedOver(wanted, command);
    }
    Execution execution = start(wanted, command);
    if (wanted.is("detach") || wanted.is("stream")) {
      return execution;
    }
    Result result = result(execution, each);
    if (OneWord.isToBlame(command, result)) {
      docker.notices().say(OneWord.hint("exec(", command));
    }
    return result;
  }

  private static boolean isHandover(VerbOptions wanted) {
    return isTerminal(wanted)
        && wanted.is("interactive")
        && !wanted.is("detach")
        && !wanted.is("stream")
        && !wanted.client().containsKey("stdin");
  }

  private static boolean isTerminal(VerbOptions wanted) {
    return Boolean.TRUE.equals(wanted.body().get("Tty"));
  }

  /** The command has the terminal, as with {@code docker exec -it}. */
  private Result handedOver(VerbOptions wanted, List<String> command) {
    Handover.check(docker, "exec with 'interactive' and 'tty'");
    DetachKeys keys = docker.detachKeys(wanted.body().get("DetachKeys"));
    wanted.body().put("DetachKeys", keys.text());
    String id = prepare(wanted, command);
    Map<String, Object> start = Map.of("Detach", false, "Tty", true);
    UpgradedConnection connection =
        docker.engine().takeOver("ExecStart", Map.of("id", id, "body", start));
    Handover handover =
        new Handover(connection, keys, Handover.Sizing.by(docker, "ExecResize", id));
    return handover.run(docker.tty(), false)
        ? Handover.left(docker, String.join(" ", command))
        : Result.none().ended(new Execution(docker, id, null).exitStatus());
  }

  private Execution start(VerbOptions wanted, List<String> command) {
    Conversation.check(docker, wanted);
    String id = prepare(wanted, command);
    boolean terminal = isTerminal(wanted);
    Map<String, Object> start = Map.of("Detach", wanted.is("detach"), "Tty", terminal);
    Map<String, Object> parameters = Map.of("id", id, "body", start);
    if (wanted.is("detach")) {
      docker.engine().open("ExecStart", parameters).close();
      return new Execution(docker, id, null);
    }
    UpgradedConnection connection = docker.engine().takeOver("ExecStart", parameters);
    Program program = new Program(terminal, !terminal, null);
    return new Execution(docker, id, Conversation.begin(docker, connection, wanted, program));
  }

  private String prepare(VerbOptions wanted, List<String> command) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>(wanted.body());
    config.put("Cmd", command);
    config.put("AttachStdin", Conversation.hasInput(wanted));
    config.put("AttachStdout", !wanted.is("detach"));
    config.put("AttachStderr", !wanted.is("detach"));
    Object created = docker.engine().call("ContainerExec", Map.of("id", container, "body", config));
    return Rows.id(created);
  }

  private static Result result(Execution execution, @Nullable Closure<?> each) {
    try (execution) {
      if (each == null) {
        return Result.of(execution.frames()).ended(execution.exitStatus());
      }
      execution.getLines().each(each);
      return Result.none().ended(execution.exitStatus());
    }
  }
}
