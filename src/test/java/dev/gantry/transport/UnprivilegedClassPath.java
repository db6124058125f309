package dev.gantry.transport;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of what {@link DialMain} needs, where every user may read and write it: the checkout and
 * the Maven repository often lie in the home of root.
 */
final class UnprivilegedClassPath implements AutoCloseable {
  private final Path folder;
  private final List<Path> entries = new ArrayList<>();

  private UnprivilegedClassPath(Path folder) {
    this.folder = folder;
  }

  static UnprivilegedClassPath copy() throws IOException {
    UnprivilegedClassPath copy =
        new UnprivilegedClassPath(Files.createTempDirectory("gantry-dial"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        copy.addTree(path);
      } else if (path.getFileName().toString().startsWith("junixsocket")) {
        copy.add(path, copy.folder.resolve(path.getFileName()));
        copy.entries.add(copy.folder.resolve(path.getFileName()));
      }
    }
    open(copy.folder);
    return copy;
  }

  private void addTree(Path tree) throws IOException {
    Path target = folder.resolve("classes" + entries.size());
    entries.add(target);
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = tree.relativize(file);
        if (relative.toString().startsWith("dev/gantry")) {
          add(file, target.resolve(relative));
        }
      }
    }
  }

  private void add(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to);
  }

  private static void open(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
    }
  }

  Path folder() {
    return folder;
  }

  /** As {@code java -cp} takes it. */
  @Override
  public String toString() {
    return String.join(File.pathSeparator, entries.stream().map(Path::toString).toList());
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
