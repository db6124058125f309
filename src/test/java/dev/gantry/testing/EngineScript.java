package dev.gantry.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs {@code scripts/engine}. Tests run in the folder of the project. */
final class EngineScript {
  /** The first start of a kind downloads its packages. */
  private static final long MINUTES = 10;

  private EngineScript() {}

  /**
   * Runs one command to its end.
   *
   * @return the lines of its standard output
   * @throws IOException it failed, with the beginning of what it said, or took too long
   */
  static List<String> run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("scripts/engine"));
    command.addAll(List.of(arguments));
    // Files, not pipes: a pipe would stay open as long as the daemon that inherits it.
    Path out = Files.createTempFile("gantry-engine", ".out");
    Path err = Files.createTempFile("gantry-engine", ".err");
    try {
      await(
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()),
          err);
      return Files.readAllLines(out);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Runs one command, and gives the {@code NAME=value} lines that it prints. */
  static Map<String, String> facts(String... arguments) throws IOException {
    return run(arguments).stream()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static void await(ProcessBuilder command, Path err) throws IOException {
    String what = String.join(" ", command.command());
    Process process = command.start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        throw new IOException(what + " took more than " + MINUTES + " minutes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(what + " was interrupted", e);
    } finally {
      process.destroy();
    }
    if (process.exitValue() != 0) {
      String said = String.join("; ", Files.readAllLines(err));
      throw new IOException(what + " failed: " + said.substring(0, Math.min(said.length(), 500)));
    }
  }
}
