package dev.gantry.transport.pem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** Who may read a file. */
final class FilePermissions {
  private FilePermissions() {}

  /** In a whole sentence; empty where it cannot be told. */
  static String describe(Path path) {
    try {
      PosixFileAttributes file = Files.readAttributes(path, PosixFileAttributes.class);
      return "It belongs to user '%s' and group '%s', with the rights %s."
          .formatted(
              file.owner().getName(),
              file.group().getName(),
              PosixFilePermissions.toString(file.permissions()));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** Whether everybody on this machine may read a file, as far as can be told. */
  static boolean isOpenToAll(Path path) {
    try {
      return Files.isRegularFile(path)
          && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
