package dev.gantry.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A tar that has to be whole. Commons Compress 1.28 takes the end of the stream for the end of the
 * archive, where an archive that broke off between two files would pass for a whole one.
 */
final class CheckedTarInput extends TarArchiveInputStream {
  private boolean ended;

  CheckedTarInput(InputStream in) {
    super(in, "UTF-8");
  }

  @Override
  protected byte @Nullable [] readRecord() throws IOException {
    byte[] record = super.readRecord();
    if (record == null && !ended) {
      throw new EOFException("it breaks off");
    }
    return record;
  }

  /** An archive ends with a record of zeros (POSIX.1-2001, "ustar Interchange Format"). */
  @Override
  protected boolean isEOFRecord(byte @Nullable [] record) {
    ended |= record != null && super.isEOFRecord(record);
    return super.isEOFRecord(record);
  }
}
