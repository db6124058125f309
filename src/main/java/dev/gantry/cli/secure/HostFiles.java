package dev.gantry.cli.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Writes files whole or not at all. */
final class HostFiles {
  private HostFiles() {}

  /** Owner, group and permissions stay those of the file that is there. */
  static void write(Path file, String text, String permissions) throws IOException {
    Path written =
        Files.createTempFile(
            folder(file),
            "." + file.getFileName(),
            ".gantry",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(written, text);
      if (Files.exists(file)) {
        like(file, written);
      } else {
        Files.setPosixFilePermissions(written, PosixFilePermissions.fromString(permissions));
      }
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private static void like(Path old, Path written) throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(old, PosixFileAttributes.class);
    PosixFileAttributeView view = Files.getFileAttributeView(written, PosixFileAttributeView.class);
    view.setOwner(attributes.owner());
    view.setGroup(attributes.group());
    view.setPermissions(attributes.permissions());
  }

  /** The folder that a file is in. */
  static Path folder(Path file) {
    return Objects.requireNonNull(file.getParent(), "an absolute path that is not /");
  }

  /** A copy with the same owner, permissions and time. */
  static void copy(Path file, Path backup) throws IOException {
    Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES);
    like(file, backup);
  }

  /**
   * Makes folders that are missing.
   *
   * @return those that it made, the outermost first
   */
  static List<Path> makeFolders(Path folder, String permissions) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path each = folder; !Files.exists(each); each = folder(each)) {
      missing.push(each);
    }
    for (Path each : missing) {
      Files.createDirectory(each);
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(permissions));
    }
    return new ArrayList<>(missing);
  }
}
