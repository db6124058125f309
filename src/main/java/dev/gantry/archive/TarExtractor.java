package dev.gantry.archive;

import dev.gantry.archive.TarEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes files of a tar, and never touches anything outside of the folder they go to.
 *
 * <p>The rules are those of {@code docker cp} (moby v28.5.2, pkg/archive): names are taken relative
 * to the folder; one that leads out of it by {@code ..} is refused, and so is a link that does; a
 * file takes the place of a file, never of a folder, nor a folder that of a file; owners are not
 * kept. Beyond that nothing is written through a link that leads out, whether it was there before
 * or came with the archive; set-user-ID and set-group-ID bits are dropped unless asked for; devices
 * and pipes are left out with a notice.
 *
 * <p>A file appears under its name when it is whole. Errors: {@link ArchiveException}; those of the
 * stream that is read come as they are.
 */
public final class TarExtractor {
  private static final int WITHOUT_IDS = 01777;
  private static final int ALL_BITS = 07777;
  private static final LinkOption NO_LINK = LinkOption.NOFOLLOW_LINKS;

  private final Places places;
  private final Consumer<String> notices;

  /** Folders get their modes and times when all that goes into them is there. */
  private final Deque<Finish> folders = new ArrayDeque<>();

  private UnaryOperator<String> rename = UnaryOperator.identity();
  private int bits = WITHOUT_IDS;

  private record Finish(Path folder, TarEntry entry) {}

  /**
   * An extractor to a folder that is there.
   *
   * @param notices hears what is left out
   */
  public TarExtractor(Path folder, Consumer<String> notices) {
    this.places = new Places(folder);
    this.notices = notices;
  }

  /** Changes the names of the archive, before they are checked. */
  public TarExtractor renaming(UnaryOperator<String> names) {
    rename = names;
    return this;
  }

  /** Keeps set-user-ID and set-group-ID bits. */
  public TarExtractor keepingIdBits() {
    bits = ALL_BITS;
    return this;
  }

  /** Reads an archive to its end. What was extracted before an error stays. */
  public void extract(InputStream archive) {
    TarReader tar = new TarReader(archive);
    for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
      if (entry.kind() == Kind.SPECIAL) {
        notices.accept("left out '" + entry.name() + "': it is a device or a pipe");
      } else {
        place(entry.named(rename.apply(entry.name())), tar.content());
      }
    }
    while (!folders.isEmpty()) {
      Finish last = folders.removeLast();
      finish(last.folder(), last.entry());
    }
  }

  private void place(TarEntry entry, InputStream content) {
    Path place = places.of(entry.name());
    if (place.equals(places.root())) {
      refuseUnlessFolder(entry);
      return;
    }
    boolean folder = entry.kind() == Kind.FOLDER;
    FileFacts there = there(place);
    if (there != null && there.isFolder() != folder) {
      throw new ArchiveException(
          "cannot write %s: a %s cannot take the place of a %s"
              .formatted(place, folder ? "folder" : "file", folder ? "file" : "folder"));
    }
    try {
      make(entry, place, content, there != null);
    } catch (IOException e) {
      throw new ArchiveException("cannot write " + place + ": " + Reason.of(e), e);
    }
  }

  private void refuseUnlessFolder(TarEntry entry) {
    if (entry.kind() != Kind.FOLDER) {
      throw new ArchiveException(
          "cannot write %s: a file cannot take the place of a folder".formatted(places.root()));
    }
  }

  private void make(TarEntry entry, Path place, InputStream content, boolean taken)
      throws IOException {
    switch (entry.kind()) {
      case FOLDER -> {
        if (!taken) {
          Files.createDirectory(place);
        }
        folders.add(new Finish(place, entry));
      }
      case SYMLINK -> {
        places.checkLink(place, entry.link(), entry.name());
        Files.deleteIfExists(place);
        Files.createSymbolicLink(place, Path.of(entry.link()));
        setTime(place, entry);
      }
      case HARD_LINK -> link(entry, place);
      default -> NewFile.write(place, entry.size(), content, written -> finish(written, entry));
    }
  }

  private void link(TarEntry entry, Path place) throws IOException {
    Path first = places.of(rename.apply(entry.link()));
    FileFacts facts = there(first);
    if (facts == null || facts.isFolder() || first.equals(place)) {
      throw new ArchiveException(
          "cannot extract '%s': it is a link to '%s', which is no file of the archive"
              .formatted(entry.name(), entry.link()));
    }
    Files.deleteIfExists(place);
    Files.createLink(place, first);
  }

  private static @Nullable FileFacts there(Path place) {
    try {
      return Files.exists(place, NO_LINK) ? FileFacts.of(place) : null;
    } catch (IOException e) {
      throw new ArchiveException("cannot write " + place + ": " + Reason.of(e), e);
    }
  }

  private void finish(Path made, TarEntry entry) {
    try {
      Files.setAttribute(made, "unix:mode", entry.mode() & bits, NO_LINK);
      setTime(made, entry);
    } catch (IOException e) {
      throw new ArchiveException("cannot set the mode of " + made + ": " + Reason.of(e), e);
    }
  }

  private static void setTime(Path made, TarEntry entry) throws IOException {
    Files.getFileAttributeView(made, BasicFileAttributeView.class, NO_LINK)
        .setTimes(FileTime.from(entry.modified()), null, null);
  }
}
