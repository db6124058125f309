package dev.gantry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A registry for images that {@code scripts/engine} started, and that the engine of the test
 * reaches. A test takes it as a parameter beside its engine:
 *
 * <pre>{@code
 * @OnEngines
 * void pushedImageHasADigest(TestEngine engine, @WithPassword TestRegistry registry) {
 *   String name = registry.host() + "/dsl-x:1";
 * }
 * }</pre>
 *
 * <p>One is shared by all tests of the JVM (and one with a password): a test gives its repositories
 * names of its own.
 */
public final class TestRegistry implements AutoCloseable {
  private final Map<String, String> facts;

  private TestRegistry(Map<String, String> facts) {
    this.facts = facts;
  }

  /** One that an engine of a test's own reaches, wherever that has its network. */
  public static TestRegistry beside(PrivateEngine engine) throws IOException {
    return start("--beside", engine.id());
  }

  static TestRegistry start(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("registry"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--watch", String.valueOf(ProcessHandle.current().pid())));
    return new TestRegistry(EngineScript.facts(arguments.toArray(String[]::new)));
  }

  /** Address and port, as they stand before the name of an image: {@code 127.0.0.1:5000}. */
  public String host() {
    return fact("REGISTRY_HOST");
  }

  /** The name that it lets in; only of one {@link WithPassword}. */
  public String user() {
    return fact("REGISTRY_USER");
  }

  /** The password of {@link #user()}: base64 and base64url write it differently. */
  public String password() {
    return fact("REGISTRY_PASSWORD");
  }

  private String fact(String name) {
    return Objects.requireNonNull(facts.get(name), () -> "this registry has no " + name);
  }

  @Override
  public void close() {
    try {
      EngineScript.run("stop", fact("REGISTRY_ID"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "registry at " + host();
  }
}
