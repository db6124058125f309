package dev.gantry.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The rights of a file that holds a secret. */
final class FileRights {
  private FileRights() {}

  /** As {@code ls -l} writes them; empty where they cannot be told. */
  static String of(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /** Whether somebody beside the owner may read it, as far as can be told. */
  static boolean areWide(Path path) {
    return of(path).matches("...r.....|......r..");
  }
}
