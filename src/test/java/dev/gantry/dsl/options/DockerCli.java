package dev.gantry.dsl.options;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Docker CLI, run in a folder with the files of {@link TestSurroundings}. */
public final class DockerCli {
  private static final Pattern VERSION = Pattern.compile("version (\\d+\\.\\d+\\.\\d+)");

  private final Path program;
  private final Path folder;
  private final String version;

  public DockerCli(Path program, Path folder) throws IOException, InterruptedException {
    this.program = program;
    this.folder = folder.toRealPath();
    for (Map.Entry<String, String> file : TestSurroundings.FILES.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Matcher matcher = VERSION.matcher(output(List.of("--version")));
    this.version = matcher.find() ? matcher.group(1) : "unknown";
  }

  /**
   * The CLIs to ask: those of the system property {@code gantry.test.docker.cli} or the environment
   * variable {@code GANTRY_TEST_DOCKER_CLI} (several as in PATH), else the first on PATH.
   */
  public static List<Path> programs() {
    String environment = System.getenv().getOrDefault("GANTRY_TEST_DOCKER_CLI", "");
    String named = System.getProperty("gantry.test.docker.cli", environment);
    if (!named.isEmpty()) {
      return split(named).toList();
    }
    return split(System.getenv().getOrDefault("PATH", ""))
        .map(folder -> folder.resolve("docker"))
        .filter(Files::isExecutable)
        .limit(1)
        .toList();
  }

  public String version() {
    return version;
  }

  /**
   * What {@code docker create} sends, or that it refuses, as a line of a golden file.
   *
   * @param command {@code create}, or {@code service create} and flags
   */
  Map<String, Object> create(OracleCase row, RecordingEngine engine, List<String> command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("-H", engine.url()));
    words.addAll(command);
    words.addAll(row.words());
    words.addAll(List.of("busybox", "echo", "hi"));
    output(words);
    RecordingEngine.Create taken = engine.taken();
    if (taken == null) {
      return Map.of("flags", row.flags(), "refused", true);
    }
    String body = taken.body().replace(folder.toString(), TestSurroundings.FOLDER.toString());
    Map<String, Object> parsed = OracleCase.JSON.readValue(body, new TypeReference<>() {});
    return Map.of("flags", row.flags(), "query", taken.query(), "body", Normal.body(parsed));
  }

  private String output(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(words);
    File output = Files.createTempFile(folder, "output", ".txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    builder.environment().clear();
    builder.environment().putAll(TestSurroundings.ENVIRONMENT);
    builder.environment().put("DOCKER_CONFIG", folder.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IOException("no end of " + command);
    }
    return Files.readString(output.toPath());
  }

  private static Stream<Path> split(String path) {
    return Pattern.compile(Pattern.quote(File.pathSeparator)).splitAsStream(path).map(Path::of);
  }
}
