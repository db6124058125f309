package dev.gantry.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where names of an archive come to lie in a folder: always inside of it. */
final class Places {
  private final Path root;

  /** Places in a folder that is there. */
  Places(Path folder) {
    try {
      root = folder.toRealPath();
    } catch (IOException e) {
      throw new ArchiveException("cannot extract to " + folder + ": " + Reason.of(e), e);
    }
    if (!Files.isDirectory(root)) {
      throw new ArchiveException("cannot extract to " + folder + ": it is no folder");
    }
  }

  Path root() {
    return root;
  }

  /**
   * The place of a name; the folders above it are made when they are missing.
   *
   * @return without any link in it but the last part, which may be one; the folder itself for a
   *     name such as {@code ./}
   * @throws ArchiveException the name leads out of the folder, by itself or through a link
   */
  Path of(String name) {
    Path place = root;
    Deque<String> parts = parts(name);
    while (!parts.isEmpty()) {
      Path next = place.resolve(parts.removeFirst());
      place = parts.isEmpty() ? next : entered(next, name);
    }
    return place;
  }

  /** Steps into a folder, which is made when there is none. Links are followed one at a time. */
  private Path entered(Path folder, String name) {
    try {
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        return folder;
      }
      if (!Files.isSymbolicLink(folder)) {
        return Files.createDirectory(folder);
      }
      Path real = folder.toRealPath();
      if (!real.startsWith(root)) {
        throw leadsOut(name, "through the link " + folder);
      }
      return real;
    } catch (FileAlreadyExistsException e) {
      throw new ArchiveException("cannot extract '" + name + "': " + folder + " is no folder", e);
    } catch (IOException e) {
      throw new ArchiveException(
          "cannot extract '%s': %s: %s".formatted(name, folder, Reason.of(e)), e);
    }
  }

  /** Its parts, without those that say nothing; an absolute name is taken for a relative one. */
  private Deque<String> parts(String name) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : name.split("/", -1)) {
      if (part.equals("..") && parts.pollLast() == null) {
        throw leadsOut(name, "by '..'");
      }
      if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(checked(part, name));
      }
    }
    return parts;
  }

  private String checked(String part, String name) {
    try {
      return root.resolve(part).getFileName().toString();
    } catch (InvalidPathException e) {
      throw new ArchiveException(
          "cannot extract '%s': no file can have this name here (%s)"
              .formatted(name.replace('\0', '?'), e.getReason()),
          e);
    }
  }

  /** Refuses a link that leads out of the folder, with a relative target read from where it is. */
  void checkLink(Path link, String target, String name) {
    String relative = target.replaceAll("^/+", "");
    try {
      if (!link.resolveSibling(relative).normalize().startsWith(root)) {
        throw leadsOut(name, "it is a link to '" + target + "'");
      }
    } catch (InvalidPathException e) {
      throw new ArchiveException("cannot extract '" + name + "': its target is no path", e);
    }
  }

  private ArchiveException leadsOut(String name, String how) {
    return new ArchiveException(
        "refused to extract '%s': it leads out of %s (%s)".formatted(name, root, how));
  }
}
