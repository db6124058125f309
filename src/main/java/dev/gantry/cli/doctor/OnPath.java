package dev.gantry.cli.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Programs that can be run by their names. */
final class OnPath {
  private OnPath() {}

  static boolean has(Map<String, String> env, String program) {
    return find(env, program).isPresent();
  }

  static Optional<Path> find(Map<String, String> env, String program) {
    return Arrays.stream(env.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder.isEmpty() ? "." : folder, program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
