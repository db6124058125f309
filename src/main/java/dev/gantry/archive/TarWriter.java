package dev.gantry.archive;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Writes a tar to a stream, piece by piece: no file is ever in memory as a whole.
 *
 * <p>Names are UTF-8 and of any length, sizes any number, by the extended headers of POSIX.1-2001
 * ("pax Interchange Format"). Times are kept to the second, as Docker's own archives have them
 * (moby v28.5.2, pkg/archive); extended attributes are not kept.
 *
 * <p>Errors: {@link ArchiveException} for what cannot be read, by its name. An {@link IOException}
 * is that of the stream which is written to, and comes as it is.
 */
public final class TarWriter implements Closeable {
  private static final int PIECE = 64 * 1024;

  private final TarArchiveOutputStream tar;
  private final byte[] piece = new byte[PIECE];
  private boolean rootOwned;
  private boolean whole = true;

  /** A writer to a stream, which stays open when this is closed. */
  public TarWriter(OutputStream to) {
    tar = new TarArchiveOutputStream(to, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  /** Gives all files to root in the archive, whoever has them here. */
  public TarWriter ownedByRoot() {
    rootOwned = true;
    return this;
  }

  /**
   * Adds a file, or a folder with all that a filter takes of it, in the order of their names.
   *
   * <p>Symbolic links stay links, wherever they lead; a file with several names in the folder is
   * written once and then linked; pipes and devices go in as such.
   *
   * @param root what to add; when it is a symbolic link, the link
   * @param name what it is called in the archive; empty for a folder whose contents go to the top
   *     of the archive
   * @return the sockets that were met, which no archive can have
   * @throws ArchiveException a file cannot be read, has a name that is no UTF-8, or became shorter
   *     while it was read; what is appended meanwhile is left out
   */
  public List<Path> add(Path root, String name, TarFilter filter) throws IOException {
    whole = false;
    List<Path> sockets = new TarWalk(this, filter).walk(root, name);
    whole = true;
    return sockets;
  }

  /** Adds a file of root's from memory. */
  public void add(String name, byte[] content, int mode) throws IOException {
    add(TarEntry.file(name, mode, content.length), new ByteArrayInputStream(content));
  }

  /**
   * Adds a file.
   *
   * @param content has the bytes that the entry announces; more are left unread
   * @throws ArchiveException it has fewer
   */
  public void add(TarEntry file, InputStream content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(file.name(), TarConstants.LF_NORMAL, true);
    entry.setMode(file.mode());
    entry.setUserId(file.uid());
    entry.setGroupId(file.gid());
    entry.setLastModifiedTime(FileTime.from(file.modified().truncatedTo(ChronoUnit.SECONDS)));
    entry.setSize(file.size());
    whole = false;
    put(entry, content, file.name());
    whole = true;
  }

  /**
   * Writes an entry and as many bytes as it announces.
   *
   * @param what the content's name, for errors
   */
  void put(TarArchiveEntry entry, InputStream content, String what) throws IOException {
    if (rootOwned) {
      entry.setUserId(0);
      entry.setGroupId(0);
    }
    tar.putArchiveEntry(entry);
    long left = entry.getSize();
    while (left > 0) {
      int count = read(content, (int) Math.min(left, PIECE), what);
      if (count < 0) {
        throw new ArchiveException(
            "cannot read %s: it became shorter while it was read, %d bytes are missing of %d"
                .formatted(what, left, entry.getSize()));
      }
      tar.write(piece, 0, count);
      left -= count;
    }
    tar.closeArchiveEntry();
  }

  private int read(InputStream content, int most, String what) {
    try {
      return content.read(piece, 0, most);
    } catch (IOException e) {
      throw new ArchiveException("cannot read " + what + ": " + e.getMessage(), e);
    }
  }

  /**
   * Ends the archive. One that is not closed is not whole, and no reader takes it for whole; after
   * an error it stays so.
   */
  @Override
  public void close() throws IOException {
    if (whole) {
      tar.finish();
      tar.flush();
    }
  }
}
