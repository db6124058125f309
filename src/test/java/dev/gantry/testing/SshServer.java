package dev.gantry.testing;

import dev.gantry.transport.DockerHost;
import dev.gantry.transport.SshSettings;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/**
 * An ssh server that {@code scripts/engine} started, through which an engine is reached. The keys
 * of the person who runs the tests are neither used nor needed.
 */
public final class SshServer implements AutoCloseable {
  private final Map<String, String> facts;
  private final List<String> notices = new CopyOnWriteArrayList<>();

  private SshServer(Map<String, String> facts) {
    this.facts = facts;
  }

  /**
   * Starts one.
   *
   * @param options {@code --without-docker} leaves the docker command out on the other side
   */
  public static SshServer beside(TestEngine engine, String... options) throws IOException {
    Assumptions.assumeTrue(
        List.of(System.getenv("PATH").split(":")).stream()
            .anyMatch(folder -> Path.of(folder, "ssh").toFile().canExecute()),
        "SKIPPED: there is no ssh here (Debian: openssh-client)");
    Assumptions.assumeTrue(
        engine.id().isPresent(), "SKIPPED: GANTRY_TEST_ENGINE is not reached by an sshd of ours");
    List<String> arguments = new ArrayList<>(List.of("ssh", "--beside", engine.id().orElseThrow()));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--watch", String.valueOf(ProcessHandle.current().pid())));
    return new SshServer(EngineScript.facts(arguments.toArray(String[]::new)));
  }

  /** The engine, through it. */
  public DockerHost host() {
    return DockerHost.parse(fact("SSH_HOST"));
  }

  /** Its configuration, its keys and its log, {@code daemon.log}. */
  public Path folder() {
    return Path.of(fact("SSH_DIR"));
  }

  /** An environment in which {@code ssh} is let in. */
  public Map<String, String> env() {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.put("PATH", fact("SSH_PATH") + ":" + env.get("PATH"));
    return env;
  }

  /** The way to an address, with that environment. */
  public Transport to(DockerHost host) {
    return Transport.overSsh(host, new SshSettings(env(), notices::add));
  }

  /** What was said of the ways so far. */
  public List<String> notices() {
    return notices;
  }

  private String fact(String name) {
    return Objects.requireNonNull(facts.get(name), () -> "this sshd has no " + name);
  }

  @Override
  public void close() {
    try {
      EngineScript.run("stop", fact("SSH_ID"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
