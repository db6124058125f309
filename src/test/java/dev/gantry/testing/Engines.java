package dev.gantry.testing;

import dev.gantry.GantryException;
import dev.gantry.transport.DockerHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The engines of the tests in one JVM, each started when it is first asked for, all stopped at its
 * end. (Not at that of JUnit's root context: where surefire has several JVMs, each class has one.)
 */
final class Engines implements AutoCloseable {
  /** Of this JVM: surefire runs several, and numbers them. */
  private static final Path REPORT =
      Path.of("target", "test-engines", System.getProperty("surefire.forkNumber", "1") + ".txt");

  private static final class Lazy {
    static final Engines OF_THIS_JVM = new Engines();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(OF_THIS_JVM::close));
    }
  }

  private final Map<String, Attempt> attempts = new TreeMap<>();
  private final Registries registries = new Registries();

  /** What came of getting an engine: it, or why there is none. */
  private record Attempt(Optional<TestEngine> engine, String note) {
    static Attempt succeeded(TestEngine engine) {
      return new Attempt(Optional.of(engine), engine.version() + ", API " + engine.apiVersion());
    }

    static Attempt failed(String why) {
      return new Attempt(Optional.empty(), "SKIPPED: " + why);
    }
  }

  static Engines ofThisJvm() {
    return Lazy.OF_THIS_JVM;
  }

  /** The kinds to run a test on: what it is about, or else what is configured. */
  List<String> kinds(List<String> wanted) {
    if (!wanted.isEmpty()) {
      return wanted;
    }
    return Settings.givenEngine().isPresent() ? List.of("given") : Settings.kinds();
  }

  /** Why there is no engine of a kind; empty when there is one, which is then running. */
  Optional<String> whyNot(String kind, boolean apart) {
    Attempt attempt = attempt(kind, apart);
    return attempt.engine().isPresent() ? Optional.empty() : Optional.of(attempt.note());
  }

  /** Why there can be no registry beside it; empty when there can. */
  Optional<String> whyNoRegistry(String kind, boolean apart) {
    return get(kind, apart).id().isPresent()
        ? Optional.empty()
        : Optional.of("it is not known whether GANTRY_TEST_ENGINE reaches a registry of ours");
  }

  TestEngine get(String kind, boolean apart) {
    return attempt(kind, apart).engine().orElseThrow();
  }

  /** A registry that an engine reaches, such as {@code --htpasswd} asks for. */
  TestRegistry registry(String kind, boolean apart, List<String> options) {
    return registries.get(kind, get(kind, apart), options);
  }

  private static String name(String kind, boolean apart) {
    return apart ? kind + " apart" : kind;
  }

  private synchronized Attempt attempt(String kind, boolean apart) {
    String name = name(kind, apart);
    Attempt known = attempts.get(name);
    if (known != null) {
      return known;
    }
    Attempt attempt = Settings.givenEngine().map(host -> given(host, kind, apart)).orElse(null);
    attempt = attempt == null ? started(kind) : attempt;
    attempts.put(name, attempt);
    report(name, attempt);
    return attempt;
  }

  private static Attempt started(String kind) {
    if (kind.equals(Settings.NO_KIND) || !Settings.kinds().contains(kind)) {
      return Attempt.failed("GANTRY_TEST_ENGINES is " + String.join(",", Settings.kinds()));
    }
    try {
      String[] options =
          kind.equals("podman") ? new String[] {"--image"} : new String[] {"--tcp", "--image"};
      return Attempt.succeeded(TestEngine.of(PrivateEngine.start(kind, options)));
    } catch (IOException | GantryException e) {
      return Attempt.failed(String.valueOf(e.getMessage()));
    }
  }

  private static Attempt given(DockerHost host, String kind, boolean apart) {
    if (apart) {
      return Attempt.failed("it changes its engine, and GANTRY_TEST_ENGINE is somebody's");
    }
    try {
      TestEngine engine = TestEngine.at(host);
      if (kind.equals("given") || kind.equals(engine.kind())) {
        return Attempt.succeeded(engine);
      }
      engine.close();
      return Attempt.failed("GANTRY_TEST_ENGINE is of the kind " + engine.kind());
    } catch (GantryException e) {
      return Attempt.failed("GANTRY_TEST_ENGINE: " + e.getMessage());
    }
  }

  private void report(String kind, Attempt attempt) {
    if (attempt.engine().isEmpty()) {
      System.err.println("engine " + kind + ": " + attempt.note());
    }
    try {
      Files.createDirectories(REPORT.getParent());
      Files.write(
          REPORT,
          attempts.entrySet().stream()
              .map(entry -> entry.getKey() + "\t" + entry.getValue().note())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    registries.close();
    // Side by side: whoever ends a JVM does not wait for long.
    attempts.values().parallelStream()
        .forEach(attempt -> attempt.engine().ifPresent(TestEngine::close));
  }
}
