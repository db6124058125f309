package dev.gantry.oracle;

import dev.gantry.testing.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Docker CLI that came with an engine, used on that engine. */
record Cli(Path program, String host, Path folder) {

  /** How a command ended, and what it wrote. */
  record Output(int status, String out, String err) {}

  static Cli of(TestEngine engine, Path folder) {
    return new Cli(engine.cli(), engine.host().toString(), folder);
  }

  Output run(List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "--host", host));
    command.addAll(words);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(Map.of("HOME", folder.toString(), "DOCKER_CONFIG", folder.toString()));
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IOException("no end of " + command);
    }
    return new Output(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
