package dev.gantry.dsl;

import dev.gantry.UsageException;
import dev.gantry.archive.LexicalPath;
import dev.gantry.archive.TarEntry;
import dev.gantry.archive.TarReader;
import dev.gantry.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists a folder in a container, by the headers of its archive: the API has no other way. */
final class FolderList {
  private final ContainerPaths paths;
  private final String path;

  /** The sizes of files by their names in the archive, for their further names. */
  private final Map<String, Long> sizes = new HashMap<>();

  FolderList(ContainerPaths paths, String path) {
    this.paths = paths;
    this.path = path;
  }

  List<Map<String, @Nullable Object>> read() {
    CopySide folder = paths.target(path);
    if (folder.exists() && !folder.folder()) {
      throw new UsageException("cannot list '" + path + "': it is no folder");
    }
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (HttpResponse archive = paths.archive(folder.path() + "/.")) {
      TarReader tar = new TarReader(archive.body());
      for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
        String name = LexicalPath.clean(entry.name());
        boolean again = entry.kind() == TarEntry.Kind.HARD_LINK;
        String first = again ? LexicalPath.clean(entry.link()) : name;
        sizes.put(name, sizes.getOrDefault(first, entry.size()));
        if (!name.equals(".") && !name.contains("/")) {
          rows.add(row(name, entry));
        }
      }
    }
    return rows;
  }

  private Map<String, @Nullable Object> row(String name, TarEntry entry) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put("type", type(entry));
    row.put("size", sizes.get(name));
    row.put("mode", PathStat.octal(entry.mode()));
    row.put("modified", entry.modified());
    row.put("link", entry.kind() == TarEntry.Kind.SYMLINK ? entry.link() : "");
    return row;
  }

  private static String type(TarEntry entry) {
    return entry.kind() == TarEntry.Kind.HARD_LINK
        ? "file"
        : entry.kind().name().toLowerCase(Locale.ROOT);
  }
}
