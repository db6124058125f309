package dev.gantry.dsl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a container that differ from its image. Engine API 1.51, FilesystemChange. */
final class Changes {
  /** In the order of the daemon's numbers. */
  private static final List<String> WORDS = List.of("modified", "added", "deleted");

  private Changes() {}

  static Listing of(@Nullable Object answer) {
    return new Listing(
        Rows.list(Rows.of(answer).map(Changes::named)),
        List.of("CHANGE", "PATH"),
        row -> Map.of("CHANGE", Rows.text(row.get("change")), "PATH", Rows.text(row.get("Path"))));
  }

  private static Map<String, @Nullable Object> named(Map<String, @Nullable Object> row) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(row);
    if (row.get("Kind") instanceof Number kind && kind.intValue() < WORDS.size()) {
      all.put("change", WORDS.get(kind.intValue()));
    }
    return all;
  }
}
