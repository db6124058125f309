package dev.gantry.cli.secure;

import dev.gantry.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of the host are.
 *
 * @param folder {@code /}, or the folder that stands for it, without symbolic links
 */
record Root(Path folder) {

  /**
   * @throws UsageException there is no such folder
   */
  static Root of(String folder) {
    try {
      return new Root(Path.of(folder).toRealPath());
    } catch (IOException e) {
      throw new UsageException("there is no folder '" + folder + "' for --root");
    }
  }

  /** Whether this is the machine itself, and no image or copy of one. */
  boolean isMachine() {
    return folder.getNameCount() == 0;
  }

  /**
   * The file that the host knows by this absolute path; it may be missing. Links are followed.
   *
   * @throws UsageException a link leads out of this root
   */
  Path path(String absolute) {
    Path file = folder.resolve(absolute.replaceFirst("^/+", ""));
    Path there = file;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = HostFiles.folder(there);
    }
    Path real = real(there);
    if (!real.startsWith(folder)) {
      throw new UsageException("%s leads out of %s, to %s".formatted(there, folder, real));
    }
    return real.resolve(there.relativize(file));
  }

  private static Path real(Path existing) {
    try {
      return existing.toRealPath();
    } catch (IOException e) {
      throw new SecureException(existing + " is a link that leads nowhere", e);
    }
  }

  /** The absolute path by which the host knows a file. */
  String inside(Path file) {
    return "/" + folder.relativize(file);
  }

  /** The text of a file; null when there is none. */
  static @Nullable String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : null;
    } catch (CharacterCodingException e) {
      throw new SecureException(file + " is no text in UTF-8: mend it first", e);
    } catch (IOException e) {
      throw new SecureException("cannot read " + file + ": " + e, e);
    }
  }
}
