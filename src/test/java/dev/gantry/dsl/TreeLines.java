package dev.gantry.dsl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gantry.archive.TarEntry;
import dev.gantry.archive.TarFilter;
import dev.gantry.archive.TarReader;
import dev.gantry.archive.TarWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A tree of files as one line for each: what it is, mode, owner, time, content, where it leads. */
final class TreeLines {
  private TreeLines() {}

  /** The lines of a tar, by name. */
  static Map<String, String> of(InputStream archive) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    try (TarReader tar = new TarReader(archive)) {
      for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
        String content = new String(tar.content().readAllBytes(), UTF_8);
        lines.put(
            entry.name().replaceFirst("^\\./", ""),
            String.join(
                " ",
                entry.kind().toString(),
                Integer.toOctalString(entry.mode()),
                entry.uid() + ":" + entry.gid(),
                entry.modified().toString(),
                content + entry.link()));
      }
    }
    return lines;
  }

  /** The lines of a folder of this machine. */
  static Map<String, String> of(Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarWriter tar = new TarWriter(bytes)) {
      tar.add(folder, "", TarFilter.ALL);
    }
    return of(new ByteArrayInputStream(bytes.toByteArray()));
  }

  /** Those below a folder, by their names in it. */
  static Map<String, String> below(Map<String, String> lines, String folder) {
    Map<String, String> below = new TreeMap<>();
    lines.forEach(
        (name, line) -> {
          if (name.startsWith(folder + "/") && name.length() > folder.length() + 1) {
            below.put(name.substring(folder.length() + 1), line);
          }
        });
    return below;
  }
}
