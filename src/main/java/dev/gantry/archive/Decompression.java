package dev.gantry.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/** Takes compression off, by the first bytes of a stream. */
public final class Decompression {
  private static final int BUFFER = 64 * 1024;

  /** RFC 1952, section 2.3.1. */
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private static final byte[] BZIP2 = {'B', 'Z', 'h'};

  /** The .xz file format 1.2.1, section 2.1.1.1. */
  private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};

  /** RFC 8878, section 3.1.1. */
  private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

  private Decompression() {}

  /** A plain stream of one that may be compressed. */
  public static InputStream of(InputStream in) {
    BufferedInputStream stream = new BufferedInputStream(in, BUFFER);
    try {
      stream.mark(XZ.length);
      byte[] head = stream.readNBytes(XZ.length);
      stream.reset();
      return of(stream, head);
    } catch (IOException e) {
      throw new ArchiveException("cannot read the archive: " + e.getMessage(), e);
    }
  }

  private static InputStream of(InputStream stream, byte[] head) throws IOException {
    if (begins(head, GZIP)) {
      return new GZIPInputStream(stream, BUFFER);
    }
    if (begins(head, BZIP2)) {
      return new BZip2CompressorInputStream(stream, true);
    }
    if (begins(head, XZ) || begins(head, ZSTD)) {
      throw new ArchiveException(
          "cannot read the archive: it is compressed by %s, which cannot be undone here"
              .formatted(begins(head, XZ) ? "xz" : "zstd"));
    }
    return stream;
  }

  private static boolean begins(byte[] head, byte[] with) {
    return head.length >= with.length && Arrays.equals(head, 0, with.length, with, 0, with.length);
  }
}
