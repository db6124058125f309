package dev.gantry.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Writes a file beside its place, and puts it there when it is whole. */
public final class NewFile {
  /** More than that is not begun when the disk has no room for it. */
  private static final long LARGE = 16 << 20;

  private NewFile() {}

  /** Writes a file; one that is there is replaced. */
  public static void write(Path place, InputStream content) throws IOException {
    write(place, 0, content, part -> {});
  }

  /**
   * Writes a file; one that is there is replaced.
   *
   * @param size of the content, as it was announced
   * @param finish is given the file before it gets its name
   */
  static void write(Path place, long size, InputStream content, Consumer<Path> finish)
      throws IOException {
    Path folder = place.toAbsolutePath().getParent();
    long free = size < LARGE ? size : Files.getFileStore(folder).getUsableSpace();
    if (free < size) {
      throw new IOException("it has %d bytes, and the disk has room for %d".formatted(size, free));
    }
    Path part = Files.createTempFile(folder, ".gantry-", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        content.transferTo(out);
      }
      finish.accept(part);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
