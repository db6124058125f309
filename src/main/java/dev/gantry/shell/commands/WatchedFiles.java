package dev.gantry.shell.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files that were loaded by {@code /load -w}: before each entry they are looked at. */
public final class WatchedFiles {
  private final Map<Path, State> files = new LinkedHashMap<>();

  /** What tells one version from another. */
  private record State(FileTime written, long size) {}

  void add(Path file) {
    files.put(file, state(file));
  }

  void remove(Path file) {
    files.remove(file);
  }

  /** Those that have changed since they were asked for last; one that is gone has not. */
  public List<Path> changed() {
    List<Path> changed =
        files.entrySet().stream()
            .filter(entry -> Files.exists(entry.getKey()))
            .filter(entry -> !state(entry.getKey()).equals(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    changed.forEach(this::add);
    return changed;
  }

  private static State state(Path file) {
    try {
      return new State(Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException e) {
      return new State(FileTime.fromMillis(0), -1);
    }
  }
}
