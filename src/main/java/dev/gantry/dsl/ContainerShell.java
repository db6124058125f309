package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.dsl.options.VerbOptions;
import groovy.lang.Closure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shell in a container. */
public abstract class ContainerShell extends ContainerFields {
  /** POSIX.1-2017: it writes where it found one, and fails when there is none. */
  private static final String FIND = "command -v bash || command -v ash || command -v sh";

  ContainerShell(Docker docker, String handle) {
    super(docker, handle);
  }

  /** Opens a shell in it; see {@link #shell(Map)}. */
  public Object shell() {
    return shell(Map.of());
  }

  /**
   * Hands the person's terminal to a shell in it: bash, else ash, else sh, as {@code docker exec
   * -it} would. Options: {@code command} (another program, a text or a list of words), {@code
   * user}, {@code workdir}, {@code env}, {@code envFile}, {@code privileged}, {@code detachKeys}
   * (keys that leave it running; Ctrl-P Ctrl-Q, unless the Docker CLI's configuration says
   * otherwise). ContainerExec, ExecStart, ExecResize.
   *
   * @return a {@link Result} that has but the exit status; null when it was left running
   * @throws UsageException there is no terminal, or no shell in the container
   */
  public Object shell(Map<String, ?> options) {
    VerbOptions read = docker().options("shell", options);
    Handover.check(docker(), "shell");
    Map<String, @Nullable Object> exec = Options.named(options);
    exec.remove("command");
    Object command = read.client().get("command");
    Object wanted = command == null ? found(exec.get("user")) : command;
    exec.putAll(Map.of("tty", true, "interactive", true));
    return new Exec(docker(), handle()).run(exec, List.of(wanted));
  }

  /** Opens a shell in it, with options that the closure assigns. */
  public Object shell(Closure<?> options) {
    return shell(ClosureOptions.of(options));
  }

  private String found(@Nullable Object user) {
    Map<String, @Nullable Object> options = new LinkedHashMap<>();
    if (user != null) {
      options.put("user", user);
    }
    Object said = new Exec(docker(), handle()).run(options, List.of("sh", "-c", FIND));
    String path = said instanceof Result result && result.isOk() ? result.getOut().strip() : "";
    if (path.isEmpty()) {
      throw new UsageException(
          "there is no shell in "
              + this
              + "; name a program that is: shell(command: '/bin/program')");
    }
    return path;
  }
}
