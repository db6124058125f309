package dev.gantry.dsl;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.engine.ConflictException;
import dev.gantry.engine.EngineClient;
import dev.gantry.engine.NotFoundException;
import dev.gantry.http.HttpClient;
import dev.gantry.script.ScriptException;
import dev.gantry.script.ScriptRunner;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.ScriptSource;
import dev.gantry.testing.TestEngine;
import dev.gantry.transport.DockerHost;
import dev.gantry.transport.Transport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script against a real engine, and removes what it left: containers, images, networks and
 * volumes whose name begins with {@code dsl-}.
 */
final class DslScript {
  /** Names of what a test makes begin so. */
  static final String OURS = "dsl-";

  private DslScript() {}

  /** The value of a script's last statement. */
  static @Nullable Object run(TestEngine engine, String script) {
    return run(engine, Map.of(), script);
  }

  /** The same, with further names for the script to see. */
  static @Nullable Object run(TestEngine engine, Map<String, ?> names, String script) {
    try {
      return evaluate(new Docker(engine.client(), caller(Notices.NONE)), names, script);
    } finally {
      sweep(engine);
    }
  }

  /** The text of the value, which is there. */
  static String text(TestEngine engine, String script) {
    return Objects.requireNonNull(run(engine, script)).toString();
  }

  /** The sentence that a script fails with. */
  static String failure(TestEngine engine, String script) {
    return error(engine, script).reason();
  }

  /** What a script fails with. */
  static ScriptException error(TestEngine engine, String script) {
    return Objects.requireNonNull(
        catchThrowableOfType(ScriptException.class, () -> run(engine, script)),
        "the script did not fail");
  }

  /** The requests that a script sends: method and target. */
  static List<String> requests(TestEngine engine, String script) {
    List<String> sent = new CopyOnWriteArrayList<>();
    try (HttpClient http = new HttpClient(Transport.to(engine.host()))) {
      EngineClient client =
          new EngineClient(
              request -> {
                sent.add(request.method() + " " + request.target());
                return http.send(request);
              },
              engine.host().toString(),
              null);
      evaluate(new Docker(client, caller(Notices.NONE)), Map.of("sent", sent), script);
    } finally {
      sweep(engine);
    }
    return sent;
  }

  /** Runs a script against any address, by a client of its own. */
  static @Nullable Object at(DockerHost host, String script) {
    return at(host, Map.of(), script);
  }

  /** The same, with further names for the script to see. */
  static @Nullable Object at(DockerHost host, Map<String, ?> names, String script) {
    try (HttpClient http = new HttpClient(Transport.to(host))) {
      EngineClient client = new EngineClient(http, host.toString(), null);
      return evaluate(new Docker(client, caller(Notices.NONE)), names, script);
    }
  }

  static Caller caller(Notices notices) {
    return new Caller(Path.of("target").toAbsolutePath(), Map.of("COLOUR", "blue"), notices);
  }

  static @Nullable Object evaluate(Docker docker, Map<String, ?> names, String script) {
    Map<String, Supplier<?>> objects = new HashMap<>();
    names.forEach((name, value) -> objects.put(name, () -> value));
    objects.put("docker", () -> docker);
    ScriptRunner runner = new ScriptRunner(new ScriptSettings(objects, false, status -> {}));
    return runner.run(ScriptSource.expression(script), List.of());
  }

  static void sweep(TestEngine engine) {
    Docker docker = new Docker(engine.client(), caller(Notices.NONE));
    docker.ps(Map.of("all", true)).stream()
        .filter(named(Container::getName))
        .forEach(DslScript::remove);
    docker.getImages().list().forEach(DslScript::sweep);
    docker.getNetworks().list().stream().filter(named(Network::getName)).forEach(Network::remove);
    docker.getVolumes().list().stream().filter(named(Volume::getName)).forEach(Volume::remove);
  }

  /** Takes our names off an image; one that has no other names goes with them. */
  private static void sweep(Image image) {
    List<String> names = new ArrayList<>(image.getTags());
    names.addAll(image.getDigests());
    List<String> ours =
        names.stream().filter(name -> name.startsWith(OURS) || name.contains("/" + OURS)).toList();
    if (!ours.isEmpty() && ours.size() == names.size()) {
      image.remove(Map.of("force", true));
    } else {
      ours.forEach(name -> untag(image, name));
    }
  }

  /** With the last tag in a repository its digests go as well. */
  private static void untag(Image image, String name) {
    try {
      image.untag(name);
    } catch (NotFoundException e) {
      // So it did.
    }
  }

  /** One that removes itself may be about to. */
  private static void remove(Container container) {
    try {
      container.remove(Map.of("force", true, "volumes", true));
    } catch (NotFoundException | ConflictException e) {
      container.waitFor(Map.of("timeout", 10), "removed");
    }
  }

  private static <T> Predicate<T> named(Function<T, String> name) {
    return one -> name.apply(one).startsWith(OURS);
  }
}
