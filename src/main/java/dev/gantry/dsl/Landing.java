package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.archive.LexicalPath;

/**
 * Where a copy lands, by the table of {@code docker cp} (moby v28.5.2, pkg/archive,
 * PrepareArchiveCopy).
 *
 * @param folder what the archive is extracted to
 * @param from the first part of the names in the archive; {@code .} or {@code /} where they have
 *     none in common
 * @param to what it becomes
 */
record Landing(String folder, String from, String to) {

  /**
   * Decides where a copy goes.
   *
   * @throws UsageException a folder would take the place of a file, or a file is to become a folder
   */
  static Landing of(CopySide source, CopySide target) {
    String from = CopyPath.base(source.path());
    if (target.folder()) {
      return new Landing(target.path(), from, source.name());
    }
    if (source.folder() && target.exists()) {
      throw new UsageException(
          "cannot copy the folder '%s' to '%s': that is a file"
              .formatted(source.path(), target.path()));
    }
    if (!source.folder() && !target.exists() && CopyPath.isSaidToBeFolder(target.path())) {
      throw new UsageException(
          "cannot copy '%s' into the folder '%s': there is no such folder"
              .formatted(source.path(), target.path()));
    }
    return new Landing(CopyPath.parent(target.path()), from, CopyPath.base(target.path()));
  }

  /** The name under which a source is sent; empty for the contents of a folder. */
  String root() {
    return isNone(to) ? "" : to;
  }

  /** The name under which an entry of the archive is extracted. */
  String named(String entry) {
    if (isNone(from)) {
      return isNone(to) ? entry : to + "/" + entry;
    }
    String name = LexicalPath.clean(entry);
    return name.equals(from) || name.startsWith(from + "/")
        ? root() + name.substring(from.length())
        : entry;
  }

  private static boolean isNone(String part) {
    return part.equals(".") || part.equals("/");
  }
}
