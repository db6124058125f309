package dev.gantry.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The private folder of a process for the sockets of ssh. */
final class SshFolder {
  private static final String PREFIX = "gantry-ssh-";

  /** With the process whose it is. */
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

  private SshFolder() {}

  /**
   * Makes one that nobody else may enter, where files end with the login (XDG Base Directory
   * Specification 0.8), or else among the temporary ones. Removes those of processes that were
   * killed together with all that could clean up after them.
   */
  static Path make(Map<String, String> env) throws IOException {
    Path base = base(env);
    removeOrphans(base);
    return Files.createTempDirectory(
        base,
        PREFIX + ProcessHandle.current().pid() + "-",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static Path base(Map<String, String> env) {
    String runtime = env.getOrDefault("XDG_RUNTIME_DIR", "");
    return !runtime.isEmpty() && Files.isWritable(Path.of(runtime))
        ? Path.of(runtime)
        : Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static void removeOrphans(Path base) throws IOException {
    try (Stream<Path> all = Files.list(base)) {
      all.filter(SshFolder::isOrphan).forEach(SshFolder::remove);
    }
  }

  private static boolean isOrphan(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches()
        && Files.isWritable(folder)
        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void remove(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      List<Path> deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Somebody else removes it at this moment, or will: it is in nobody's way.
    }
  }
}
