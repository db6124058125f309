package dev.gantry.cli.reach;

import dev.gantry.UsageException;
import dev.gantry.auth.ConfigFile;
import dev.gantry.dsl.EngineContext;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.TlsSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which engine is meant, in the order of the Docker CLI (docker/cli v28.5.2, cli/command/cli.go,
 * resolveContextName): {@code --host} or {@code --context}, {@code DOCKER_HOST}, {@code
 * DOCKER_CONTEXT}, the current context of the configuration file, the default socket; another one
 * of this machine when that is all there is.
 */
public final class EngineAddress {
  private final Map<String, String> env;
  private final ConfigFile config;
  private final ContextStore store;
  private final Predicate<Path> exists;

  EngineAddress(Map<String, String> env, Predicate<Path> exists) {
    this.env = env;
    this.config = ConfigFile.in(env);
    this.store = new ContextStore(config.folder().resolve("contexts"));
    this.exists = exists;
  }

  public static EngineAddress in(Map<String, String> env) {
    return new EngineAddress(env, Files::exists);
  }

  /** Which context is meant, and what says so. */
  private record Choice(String context, String why) {
    boolean isDefault() {
      return context.equals(Destination.DEFAULT);
    }
  }

  /**
   * The engine to connect to.
   *
   * @throws UsageException it cannot be used: malformed, unknown, or plain TCP to another machine
   */
  public Destination resolve(Reach reach) {
    Choice choice = choice(reach);
    Destination found = choice.isDefault() ? usual(reach) : stored(reach, choice);
    if (found.isOpen() && !reach.insecure()) {
      throw new UsageException(
          "refusing plain TCP to "
              + found.host()
              + ": whoever reaches that port is root on its host, and everything is readable on"
              + " the way. Use TLS (--tlsverify, or a context with certificates) or"
              + " ssh://user@host, or insist with --insecure");
    }
    return found;
  }

  /** Why the configuration file says nothing although it is there, if that is so. */
  public Optional<String> warning() {
    return config.warning();
  }

  /** Every context there is by its name, and what {@code default} stands for. */
  public List<EngineContext> contexts(Reach reach) {
    List<EngineContext> contexts = new ArrayList<>(store.list());
    contexts.add(ofDefault(reach));
    contexts.sort(Comparator.comparing(EngineContext::name));
    return contexts;
  }

  private EngineContext ofDefault(Reach reach) {
    try {
      Destination usual = usual(reach);
      return new EngineContext(
          Destination.DEFAULT, usual.host().toString(), "DOCKER_HOST, or else the socket", "", "");
    } catch (UsageException e) {
      return new EngineContext(Destination.DEFAULT, "", "", "", String.valueOf(e.getMessage()));
    }
  }

  /** Whether there is a context of that name. */
  public boolean isContext(String name) {
    return name.equals(Destination.DEFAULT) || store.has(name);
  }

  private Choice choice(Reach reach) {
    Naming naming = reach.naming();
    if (!naming.context().isEmpty()) {
      if (naming.host() != null) {
        throw new UsageException(
            "--host and --context both name an engine: give one of them, not both");
      }
      return new Choice(naming.context(), naming.why());
    }
    if (naming.host() != null || !variable("DOCKER_HOST").isEmpty()) {
      return new Choice(Destination.DEFAULT, "");
    }
    return variable("DOCKER_CONTEXT").isEmpty()
        ? ofConfigFile()
        : new Choice(variable("DOCKER_CONTEXT"), "DOCKER_CONTEXT from the environment");
  }

  private Choice ofConfigFile() {
    String current = config.text("currentContext");
    return new Choice(
        current.isEmpty() ? Destination.DEFAULT : current, "currentContext in " + config.path());
  }

  private Destination stored(Reach reach, Choice choice) {
    if (!reach.tls().equals(TlsFlags.UNSAID)) {
      throw new UsageException(
          "the context '%s' has TLS settings of its own: leave out --tls, --tlsverify and the like, or give --host"
              .formatted(choice.context()));
    }
    return store.get(choice.context(), choice.why()).destination(choice.context(), choice.why());
  }

  /** What the context {@code default} stands for. */
  private Destination usual(Reach reach) {
    TlsSettings tls = reach.tls().settings(env, config.folder());
    String named = reach.naming().host();
    String given = (named == null ? variable("DOCKER_HOST") : named).strip();
    if (!given.isEmpty()) {
      String why = named == null ? "DOCKER_HOST from the environment" : reach.naming().why();
      return destination(DockerHost.parse(given), tls, why);
    }
    return tls == null
        ? defaultSocket()
        : destination(DockerHost.ofDefaultTls(), tls, "the default address for TLS");
  }

  private Destination defaultSocket() {
    DockerHost usual = DockerHost.ofDefaultSocket();
    if (!exists.test(Path.of(usual.path()))) {
      String runtime = variable("XDG_RUNTIME_DIR");
      Path own = Path.of(runtime.isEmpty() ? "/nowhere" : runtime);
      Path rootless = own.resolve("docker.sock");
      if (exists.test(rootless)) {
        return onlySocket(rootless, "the socket of a rootless engine");
      }
      for (Path podman :
          List.of(own.resolve("podman/podman.sock"), Path.of("/run/podman/podman.sock"))) {
        if (exists.test(podman)) {
          return onlySocket(podman, "the socket of Podman");
        }
      }
    }
    return destination(usual, null, "the default socket");
  }

  private static Destination onlySocket(Path socket, String what) {
    return destination(
        DockerHost.parse("unix://" + socket), null, what + ": there is no other one");
  }

  private static Destination destination(DockerHost host, @Nullable TlsSettings tls, String why) {
    return new Destination(Destination.DEFAULT, host, tls, "", why);
  }

  private String variable(String name) {
    return env.getOrDefault(name, "");
  }
}
