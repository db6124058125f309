package dev.gantry.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** An archive that is put together entry by entry, as nobody who means well would. */
final class TestTar {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");
  private boolean finished;

  TestTar() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  TestTar file(String name, String content) {
    return file(name, content, 0644);
  }

  TestTar file(String name, String content, int mode) {
    byte[] text = content.getBytes(UTF_8);
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true);
    entry.setMode(mode);
    entry.setSize(text.length);
    return put(entry, text);
  }

  TestTar folder(String name, int mode) {
    TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_DIR, true);
    entry.setMode(mode);
    return put(entry, new byte[0]);
  }

  TestTar symlink(String name, String target) {
    return link(TarConstants.LF_SYMLINK, name, target);
  }

  TestTar hardLink(String name, String target) {
    return link(TarConstants.LF_LINK, name, target);
  }

  TestTar special(byte type, String name) {
    return put(new TarArchiveEntry(name, type, true), new byte[0]);
  }

  private TestTar link(byte type, String name, String target) {
    TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
    entry.setLinkName(target);
    return put(entry, new byte[0]);
  }

  private TestTar put(TarArchiveEntry entry, byte[] content) {
    try {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try {
      if (!finished) {
        tar.finish();
        finished = true;
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes());
  }
}
