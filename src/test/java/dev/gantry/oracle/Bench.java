package dev.gantry.oracle;

import dev.gantry.dsl.Caller;
import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Network;
import dev.gantry.dsl.Notices;
import dev.gantry.dsl.Result;
import dev.gantry.dsl.Volume;
import dev.gantry.engine.EngineException;
import dev.gantry.engine.NotFoundException;
import dev.gantry.script.ScriptException;
import dev.gantry.script.ScriptRunner;
import dev.gantry.script.ScriptSettings;
import dev.gantry.script.ScriptSource;
import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Does a row either way, and tells what came of it. */
final class Bench {
  /** What both sides find there: one that runs, and one that has ended with status 3. */
  private static final String FIXTURES =
      """
      docker.run('busybox', 'sleep', '600', name: 'dsl-o-run', detach: true, init: true,
        labels: [o: 'run'], ports: ['127.0.0.1::80'], env: [A: '1'])
      docker.run('busybox', 'sh', '-c', 'echo one; echo two; echo bad >&2; exit 3',
        name: 'dsl-o-logs', labels: [o: 'logs'])
      docker.containers['dsl-o-run'].exec('touch', '/made')
      """;

  private static final String FILE = "docker.containers['%s'].file('%s').text";

  private final TestEngine engine;
  private final Cli cli;
  private final Docker docker;

  Bench(TestEngine engine, Path folder) {
    this.engine = engine;
    this.cli = Cli.of(engine, folder);
    this.docker = new Docker(engine.client(), new Caller(folder, Map.of(), Notices.NONE));
  }

  void prepare() {
    sweep("dsl-o-");
    script(FIXTURES);
  }

  /** Removes everything whose name begins so. */
  void sweep(String names) {
    Predicate<String> mine = name -> name.startsWith(names);
    docker.ps(Map.of("all", true)).stream()
        .filter(one -> mine.test(one.getName()))
        .forEach(one -> one.remove(Map.of("force", true, "volumes", true)));
    docker.getNetworks().list().stream()
        .filter(one -> mine.test(one.getName()))
        .forEach(Network::remove);
    docker.getVolumes().list().stream()
        .filter(one -> mine.test(one.getName()))
        .forEach(Volume::remove);
    docker.getImages().list(Map.of("filters", Map.of("reference", "dsl-o-*"))).stream()
        .flatMap(one -> one.getTags().stream())
        .filter(mine)
        .forEach(tag -> engine.client().call("ImageDelete", Map.of("name", tag, "force", true)));
  }

  /** What comes of the words of the CLI. */
  String byCli(Everyday row) throws IOException, InterruptedException {
    script(row.setup());
    Cli.Output output = cli.run(row.words());
    return switch (row.thing()) {
      case "result" -> "%d\n%s\n%s".formatted(output.status(), output.out(), output.err());
      case "error" -> error(output);
      case "refused" -> output.status() == 0 ? "done" : "refused";
      default -> {
        if (output.status() != 0) {
          throw new IOException("the CLI failed: " + output.err());
        }
        yield seen(row, output.out());
      }
    };
  }

  /** The daemon's sentence alone, as far as it goes on one line. */
  private static String error(Cli.Output output) throws IOException {
    if (output.status() == 0) {
      throw new IOException("the CLI did not fail: " + output);
    }
    String said = output.err().replaceFirst("(?s)^.*?Error(?: response from daemon)?: ", "");
    return firstLine(said);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }

  /** What comes of the script. */
  String byGantry(Everyday row) {
    script(row.setup());
    if (row.thing().equals("error")) {
      return error(row.gantry());
    }
    if (row.thing().equals("refused")) {
      return refused(row.gantry());
    }
    Object value = script(row.gantry());
    return switch (row.thing()) {
      case "result" -> {
        Result result = (Result) Objects.requireNonNull(value);
        yield "%d\n%s\n%s".formatted(result.getExitCode(), result.getOut(), result.getErr());
      }
      default -> seen(row, String.valueOf(value));
    };
  }

  /** What was printed, or what the daemon has now. */
  private String seen(Everyday row, String out) {
    return switch (row.thing()) {
      case "out" -> out;
      case "lines" -> String.join("\n", out.lines().sorted().toList());
      default -> inspected(row);
    };
  }

  private String error(String script) {
    try {
      return "no error, but: " + script(script);
    } catch (ScriptException e) {
      if (e.getCause() instanceof EngineException engineError) {
        return firstLine(engineError.daemonMessage());
      }
      throw e;
    }
  }

  private String refused(String script) {
    try {
      script(script);
      return "done";
    } catch (ScriptException e) {
      return "refused";
    }
  }

  private @Nullable Object script(String text) {
    if (text.isEmpty()) {
      return null;
    }
    ScriptSettings settings =
        new ScriptSettings(Map.of("docker", () -> docker), false, status -> {});
    return new ScriptRunner(settings).run(ScriptSource.expression(text), List.of());
  }

  private String inspected(Everyday row) {
    try {
      return Normalised.json(
          switch (row.thing()) {
            case "container" -> call("ContainerInspect", "id", row);
            case "image" -> call("ImageInspect", "name", row);
            case "network" -> call("NetworkInspect", "id", row);
            case "file" -> script(FILE.formatted(Everyday.NAME, row.name()));
            case "volume" -> call("VolumeInspect", "name", row);
            default -> throw new IllegalArgumentException(row.compares());
          });
    } catch (NotFoundException e) {
      return "gone";
    }
  }

  private @Nullable Object call(String operation, String parameter, Everyday row) {
    return engine.client().call(operation, Map.of(parameter, row.name()));
  }
}
