package dev.gantry.shell.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file of history, readable by its owner alone. Several shells may write to it: each adds whole
 * lines under a lock, and whoever shortens the file takes what the others wrote into account.
 */
final class HistoryFile {
  /** What a shortened file holds; it is shortened when it has a quarter more. */
  static final int KEPT = 10_000;

  private static final FileAttribute<Set<PosixFilePermission>> OWNERS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path path;

  /**
   * What a file held.
   *
   * @param entries oldest first
   * @param putAside where the file is now if parts of it could not be read; what could be is in a
   *     new one
   */
  record Contents(List<Typed> entries, List<Path> putAside) {}

  private HistoryFile(Path path) {
    this.path = path;
  }

  /**
   * Makes the file and its folder where they are missing.
   *
   * @throws IOException they cannot be made, or the file cannot be written
   */
  static HistoryFile at(Path path) throws IOException {
    HistoryFile file = new HistoryFile(Files.exists(path) ? path.toRealPath() : path);
    file.prepare();
    if (!Files.isWritable(file.path)) {
      throw new IOException("not writable: " + file.path);
    }
    return file;
  }

  /** Reads what a file that cannot be written holds. */
  static List<Typed> peek(Path path) {
    try {
      return Lines.of(Files.readAllBytes(path)).entries();
    } catch (IOException e) {
      return List.of();
    }
  }

  Contents read() throws IOException {
    prepare();
    try (FileGate gate = FileGate.open(path)) {
      Lines lines = Lines.of(gate.bytes());
      List<Path> aside = new ArrayList<>();
      if (lines.damaged()) {
        aside.add(path.resolveSibling(path.getFileName() + ".bad"));
        Files.move(path, aside.get(0), StandardCopyOption.REPLACE_EXISTING);
      }
      if (lines.damaged() || lines.entries().size() > KEPT + KEPT / 4) {
        replace(newest(lines.entries()));
      }
      return new Contents(lines.entries(), aside);
    }
  }

  void append(Typed entry) throws IOException {
    prepare();
    try (FileGate gate = FileGate.open(path)) {
      gate.append(entry.line());
    }
  }

  /** Each text once, where it was last entered. */
  static List<Typed> newest(List<Typed> entries) {
    List<Typed> newest = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = entries.size() - 1; i >= 0 && newest.size() < KEPT; i--) {
      if (seen.add(entries.get(i).text())) {
        newest.add(entries.get(i));
      }
    }
    Collections.reverse(newest);
    return newest;
  }

  /** Puts a whole new file in the place of the old one, so that there is none half written. */
  private void replace(List<Typed> entries) throws IOException {
    Path next = Files.createTempFile(folder(), ".history", ".new", OWNERS);
    Files.write(next, entries.stream().map(Typed::line).toList(), UTF_8);
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void prepare() throws IOException {
    if (Files.isRegularFile(path)) {
      if (!Files.getPosixFilePermissions(path).equals(OWNERS.value())) {
        Files.setPosixFilePermissions(path, OWNERS.value());
      }
    } else if (!Files.exists(path)) {
      Files.createDirectories(
          folder(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.createFile(path, OWNERS);
    } else if (Files.isDirectory(path)) {
      throw new IOException("a folder: " + path);
    }
  }

  private Path folder() {
    Path folder = path.toAbsolutePath().getParent();
    return folder == null ? Path.of("/") : folder;
  }

  /** The lines of a file, as far as they can be read. */
  private record Lines(List<Typed> entries, boolean damaged) {

    static Lines of(byte[] bytes) {
      List<Typed> entries = new ArrayList<>();
      int read = 0;
      String text = new String(bytes, UTF_8);
      boolean broken = !isUtf8(bytes);
      List<String> lines = text.lines().filter(line -> !line.isEmpty()).toList();
      for (String line : lines) {
        if (!broken || line.indexOf('\ufffd') < 0) {
          read += Typed.of(line).filter(entries::add).isPresent() ? 1 : 0;
        }
      }
      return new Lines(entries, read < lines.size());
    }

    private static boolean isUtf8(byte[] bytes) {
      try {
        UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        return true;
      } catch (CharacterCodingException e) {
        return false;
      }
    }
  }
}
