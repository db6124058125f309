package dev.gantry.archive;

import java.time.Instant;

/**
 * What an archive says of one file.
 *
 * @param name its path in the archive, with slashes, as it stands there
 * @param mode permissions with the set-user-ID, set-group-ID and sticky bits: {@code 07777}
 * @param size of its content in bytes; 0 for what is no file
 * @param link what a link leads to; empty for others
 */
public record TarEntry(
    String name,
    Kind kind,
    int mode,
    long uid,
    long gid,
    long size,
    Instant modified,
    String link) {

  /** What it is. */
  public enum Kind {
    FILE,
    FOLDER,
    /** A symbolic link. */
    SYMLINK,
    /** A further name of a file that came before. */
    HARD_LINK,
    /** A device, a pipe or a socket. */
    SPECIAL
  }

  /** A file of root's, as of now. */
  public static TarEntry file(String name, int mode, long size) {
    return new TarEntry(name, Kind.FILE, mode, 0, 0, size, Instant.now(), "");
  }

  /** The same under another name. */
  public TarEntry named(String other) {
    return new TarEntry(other, kind, mode, uid, gid, size, modified, link);
  }

  /** The same with a content of that many bytes. */
  public TarEntry sized(long bytes) {
    return new TarEntry(name, kind, mode, uid, gid, bytes, modified, link);
  }
}
