package dev.gantry.cli;

import dev.gantry.UsageException;
import dev.gantry.auth.ConfigFile;
import dev.gantry.transport.DockerHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which engine is meant, in the order of the Docker CLI: {@code --host}, {@code DOCKER_HOST}, the
 * default socket; a rootless one when that is all there is.
 */
final class EngineAddress {
  private final Map<String, String> env;
  private final Predicate<Path> exists;

  EngineAddress(Map<String, String> env, Predicate<Path> exists) {
    this.env = env;
    this.exists = exists;
  }

  static EngineAddress in(Map<String, String> env) {
    return new EngineAddress(env, Files::exists);
  }

  /**
   * The address to connect to.
   *
   * @throws UsageException it cannot be used: malformed, or plain TCP to another machine
   */
  DockerHost resolve(Reach reach) {
    if (reach.host() != null) {
      return checked(reach, DockerHost.parse(reach.host()));
    }
    String given = env.getOrDefault("DOCKER_HOST", "");
    if (!given.isEmpty()) {
      return checked(reach, DockerHost.parse(given));
    }
    refuseContext();
    return defaultSocket();
  }

  /** Silently reaching another engine than the Docker CLI would is worse than not reaching any. */
  private void refuseContext() {
    String variable = env.getOrDefault("DOCKER_CONTEXT", "");
    ConfigFile config = ConfigFile.in(env);
    String context = variable.isEmpty() ? config.text("currentContext") : variable;
    if (!context.isEmpty() && !context.equals("default")) {
      throw new UsageException(
          "%s names the context '%s', and contexts are not built yet: name the engine with --host or DOCKER_HOST"
              .formatted(variable.isEmpty() ? config.path() : "DOCKER_CONTEXT", context));
    }
  }

  private DockerHost defaultSocket() {
    DockerHost usual = DockerHost.ofDefaultSocket();
    String runtime = env.getOrDefault("XDG_RUNTIME_DIR", "");
    Path rootless = Path.of(runtime.isEmpty() ? "/nowhere" : runtime, "docker.sock");
    boolean onlyRootless = !exists.test(Path.of(usual.path())) && exists.test(rootless);
    return onlyRootless ? DockerHost.parse("unix://" + rootless) : usual;
  }

  /**
   * An engine's port is root on its host, and plain TCP shows and gives it to everybody on the way.
   */
  private DockerHost checked(Reach reach, DockerHost host) {
    boolean plain =
        host.scheme() == DockerHost.Scheme.TCP || host.scheme() == DockerHost.Scheme.HTTP;
    if (plain && !env.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty()) {
      throw new UsageException(
          "DOCKER_TLS_VERIFY asks for TLS to "
              + host
              + ", which is not built yet; Gantry does not fall back to plain TCP");
    }
    if (plain && !host.isLoopback() && !reach.insecure()) {
      throw new UsageException(
          "refusing plain TCP to "
              + host
              + ": whoever reaches that port is root on its host, and everything is readable"
              + " on the way. Forward the port over ssh to 127.0.0.1, or insist with --insecure");
    }
    return host;
  }
}
