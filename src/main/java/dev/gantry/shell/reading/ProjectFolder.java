package dev.gantry.shell.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code .gantry} by which a project asks for a history of its own. */
public final class ProjectFolder {
  private static final String NAME = ".gantry";

  private ProjectFolder() {}

  /**
   * The history of the project that somebody works in: of the nearest {@code .gantry} in the folder
   * or above it, below the home folder.
   *
   * <p>Only a folder of the person's own counts, and no link: else whoever may write to {@code
   * /tmp} could suggest entries, and read what is typed.
   */
  public static Optional<Path> history(Path working, Path home) {
    for (Path at = working; at != null && !at.equals(home); at = at.getParent()) {
      Path folder = at.resolve(NAME);
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Path file = folder.resolve("history");
        return Optional.of(file).filter(one -> isMine(folder) && !isLink(one));
      }
    }
    return Optional.empty();
  }

  private static boolean isLink(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isMine(Path folder) {
    try {
      String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
      return ProcessHandle.current().info().user().filter(owner::equals).isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
