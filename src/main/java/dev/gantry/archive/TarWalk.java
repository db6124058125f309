package dev.gantry.archive;

import dev.gantry.archive.TarFilter.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** One walk over a folder, on which each file is written to an archive. */
final class TarWalk {
  /** What Java puts where the bytes of a name are no text in the encoding of the system. */
  private static final char NO_CHARACTER = '\uFFFD';

  private static final OpenOption[] NO_LINK = {LinkOption.NOFOLLOW_LINKS};

  private final TarWriter tar;
  private final TarFilter filter;
  private final Map<Object, String> written = new HashMap<>();
  private final List<Path> sockets = new ArrayList<>();

  TarWalk(TarWriter tar, TarFilter filter) {
    this.tar = tar;
    this.filter = filter;
  }

  /** Writes a root and what is below it, and gives the sockets that it met. */
  List<Path> walk(Path root, String name) throws IOException {
    FileFacts facts = facts(root);
    if (!name.isEmpty()) {
      write(root, name, facts);
    } else if (!facts.isFolder()) {
      throw new ArchiveException("cannot read " + root + " as a folder: it is none");
    }
    if (facts.isFolder()) {
      descend(root, name, "");
    }
    return sockets;
  }

  private void descend(Path folder, String name, String relative) throws IOException {
    for (Path child : children(folder)) {
      String last = String.valueOf(child.getFileName());
      if (last.indexOf(NO_CHARACTER) >= 0) {
        throw new ArchiveException(
            "cannot read "
                + child
                + ": its name is no text in the encoding of this system; rename it, or set LC_ALL");
      }
      visit(child, below(name, last), below(relative, last));
    }
  }

  private void visit(Path path, String name, String relative) throws IOException {
    FileFacts facts = facts(path);
    Verdict verdict = filter.of(relative, facts.isFolder());
    if (verdict == Verdict.TAKE) {
      write(path, name, facts);
    }
    if (verdict != Verdict.PRUNE && facts.isFolder()) {
      descend(path, name, relative);
    }
  }

  private static String below(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  private void write(Path path, String name, FileFacts facts) throws IOException {
    if (facts.isSocket()) {
      sockets.add(path);
      return;
    }
    Object identity = facts.identity();
    String first = identity == null ? null : written.putIfAbsent(identity, name);
    if (first != null) {
      TarArchiveEntry entry = entry(name, TarConstants.LF_LINK, facts);
      entry.setLinkName(first);
      tar.put(entry, InputStream.nullInputStream(), name);
    } else if (facts.isFile()) {
      writeFile(path, name, facts);
    } else {
      tar.put(other(path, name, facts), InputStream.nullInputStream(), name);
    }
  }

  private void writeFile(Path path, String name, FileFacts facts) throws IOException {
    TarArchiveEntry entry = entry(name, TarConstants.LF_NORMAL, facts);
    entry.setSize(facts.size());
    try (InputStream content = open(path)) {
      tar.put(entry, content, path.toString());
    }
  }

  private static TarArchiveEntry other(Path path, String name, FileFacts facts) {
    if (facts.isFolder()) {
      return entry(name + "/", TarConstants.LF_DIR, facts);
    }
    if (facts.isLink()) {
      TarArchiveEntry link = entry(name, TarConstants.LF_SYMLINK, facts);
      link.setLinkName(target(path));
      return link;
    }
    if (facts.isPipe()) {
      return entry(name, TarConstants.LF_FIFO, facts);
    }
    TarArchiveEntry device =
        entry(name, facts.isCharacterDevice() ? TarConstants.LF_CHR : TarConstants.LF_BLK, facts);
    device.setDevMajor(facts.deviceMajor());
    device.setDevMinor(facts.deviceMinor());
    return device;
  }

  private static TarArchiveEntry entry(String name, byte type, FileFacts facts) {
    TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
    entry.setMode(facts.permissions());
    entry.setUserId(facts.uid());
    entry.setGroupId(facts.gid());
    entry.setLastModifiedTime(FileTime.from(facts.modified()));
    return entry;
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw unreadable(folder, new IOException(e.getMessage(), e));
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    children.sort(null);
    return children;
  }

  private static FileFacts facts(Path path) {
    try {
      return FileFacts.of(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** A link that took the file's place meanwhile is not followed. */
  private static InputStream open(Path path) {
    try {
      return Files.newInputStream(path, NO_LINK);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      throw unreadable(link, e);
    }
  }

  private static ArchiveException unreadable(Path path, IOException e) {
    return new ArchiveException("cannot read " + path + ": " + Reason.of(e), e);
  }
}
