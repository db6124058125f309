package dev.gantry.archive;

import dev.gantry.GantryException;
import dev.gantry.archive.TarEntry.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar, entry by entry: {@link #next()}, then {@link #content()}. Plain, gzip and bzip2 are
 * told apart by their first bytes.
 *
 * <p>Names are taken as they stand; whoever makes files of them uses {@link TarExtractor}. An
 * archive that is damaged or breaks off is an {@link ArchiveException}, and never looks like the
 * end. Errors of ours that the stream below throws come as they are.
 */
public final class TarReader implements Closeable {
  private static final long LONGEST_HEAD = 1 << 20;
  private static final int PERMISSIONS = 07777;

  private final HeadLimit limit;
  private final CheckedTarInput tar;

  public TarReader(InputStream in) {
    limit = new HeadLimit(Decompression.of(in));
    tar = new CheckedTarInput(limit);
  }

  /** The next entry; null at the end of the archive. What was left of the one before is skipped. */
  public @Nullable TarEntry next() {
    try {
      content().transferTo(OutputStream.nullOutputStream());
      limit.allow(LONGEST_HEAD);
      TarArchiveEntry entry = tar.getNextEntry();
      limit.allow(Long.MAX_VALUE);
      return entry == null ? null : of(entry);
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  /** The content of the entry that was read last. */
  public InputStream content() {
    return new Content();
  }

  private static TarEntry of(TarArchiveEntry entry) {
    return new TarEntry(
        entry.getName(),
        kind(entry),
        entry.getMode() & PERMISSIONS,
        entry.getLongUserId(),
        entry.getLongGroupId(),
        entry.getRealSize(),
        entry.getLastModifiedTime().toInstant(),
        entry.getLinkName());
  }

  private static Kind kind(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return Kind.FOLDER;
    }
    if (entry.isSymbolicLink()) {
      return Kind.SYMLINK;
    }
    if (entry.isLink()) {
      return Kind.HARD_LINK;
    }
    return entry.isFile() && !entry.isFIFO() && !entry.isCharacterDevice() && !entry.isBlockDevice()
        ? Kind.FILE
        : Kind.SPECIAL;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }

  /** Commons Compress throws whatever a damaged header leads it to. */
  private static GantryException damaged(Exception e) {
    return e instanceof GantryException ours
        ? ours
        : new ArchiveException("cannot read the archive: " + e.getMessage(), e);
  }

  private final class Content extends InputStream {
    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) {
      try {
        return tar.getCurrentEntry() == null ? -1 : tar.read(b, off, len);
      } catch (IOException | RuntimeException e) {
        throw damaged(e);
      }
    }
  }
}
