package dev.gantry.dsl;

import dev.gantry.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The end of a copy that is on this machine; its path is absolute, with the ending it was given.
 */
final class LocalSide {
  private static final int MOST_LINKS = 10;
  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] NO_LINK = {LinkOption.NOFOLLOW_LINKS};

  private LocalSide() {}

  /**
   * A source, which has to be there. Links above its last part are resolved; the last one only when
   * it is to be followed, or when the path says that it is a folder.
   */
  static CopySide source(String path, boolean followLink) {
    boolean said = CopyPath.isSaidToBeFolder(path);
    Path file = Path.of(path);
    try {
      Path real = file.toRealPath(followLink || said ? FOLLOW : NO_LINK);
      boolean folder = Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS);
      if (said && !folder) {
        throw new UsageException("cannot copy '" + path + "': it is no folder");
      }
      return CopySide.behind(path, real.toString(), folder);
    } catch (NoSuchFileException e) {
      throw new UsageException("cannot copy '" + path + "': there is no such file or folder");
    } catch (IOException e) {
      throw new UsageException("cannot copy '" + path + "': " + e.getMessage());
    }
  }

  /**
   * A target, which may be missing while its folder is there. Links are followed, one that leads
   * nowhere is what the copy makes.
   */
  static CopySide target(String path) {
    String place = path;
    for (int links = 0; isLink(place); links++) {
      if (links == MOST_LINKS) {
        throw new UsageException("cannot copy to '" + path + "': too many links");
      }
      place = followed(place);
    }
    Path file = Path.of(place);
    if (Files.exists(file)) {
      if (CopyPath.isSaidToBeFolder(place) && !Files.isDirectory(file)) {
        throw new UsageException("cannot copy to '" + path + "': it is no folder");
      }
      return CopySide.found(place, Files.isDirectory(file));
    }
    String folder = CopyPath.parent(place);
    if (!Files.isDirectory(Path.of(folder))) {
      throw new UsageException(
          "cannot copy to '%s': there is no folder '%s'".formatted(path, folder));
    }
    return CopySide.missing(place);
  }

  private static boolean isLink(String path) {
    return !CopyPath.isSaidToBeFolder(path) && Files.isSymbolicLink(Path.of(path));
  }

  private static String followed(String link) {
    try {
      String target = Files.readSymbolicLink(Path.of(link)).toString();
      return target.startsWith("/") ? target : CopyPath.join(CopyPath.parent(link), target);
    } catch (IOException e) {
      throw new UsageException("cannot copy to '" + link + "': " + e.getMessage());
    }
  }
}
