package dev.gantry.cli.secure;

import dev.gantry.cli.secure.Change.Kind;
import dev.gantry.json.Json;
import dev.gantry.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was made, kept on the host so that it can be taken back.
 *
 * @param files by their paths on the host
 * @param folders those that were not there before
 */
record Made(Map<String, Entry> files, Collection<String> folders) {
  private static final String FILE = Certificates.FOLDER + "/made.json";

  /**
   * One file.
   *
   * @param hash the SHA-256 of what was written: with another one somebody changed it since
   * @param backup the path of what was there before; empty when nothing was
   */
  record Entry(String hash, String backup, Kind kind) {}

  static Path file(Root root) {
    return root.path(FILE);
  }

  /** Empty when nothing was made. */
  static Made read(Root root) {
    Made made = new Made(new LinkedHashMap<>(), new TreeSet<>());
    String text = Root.read(file(root));
    if (text != null) {
      try {
        made.fill(Json.readMap(text));
      } catch (JsonException | IllegalArgumentException e) {
        throw new SecureException(file(root) + " is damaged: " + e.getMessage(), e);
      }
    }
    return made;
  }

  private void fill(Map<String, @Nullable Object> values) {
    if (values.get("folders") instanceof List<?> all) {
      all.forEach(folder -> folders.add(String.valueOf(folder)));
    }
    if (values.get("files") instanceof Map<?, ?> all) {
      all.forEach(
          (path, value) -> {
            if (value instanceof Map<?, ?> entry) {
              files.put(String.valueOf(path), entry(entry));
            }
          });
    }
  }

  private static Entry entry(Map<?, ?> entry) {
    return new Entry(
        String.valueOf(entry.get("sha256")),
        String.valueOf(entry.get("backup")),
        Kind.valueOf(String.valueOf(entry.get("kind"))));
  }

  String text() {
    Map<String, Object> all = new LinkedHashMap<>();
    files.forEach(
        (path, entry) -> {
          Map<String, Object> values = new LinkedHashMap<>();
          values.put("sha256", entry.hash());
          values.put("backup", entry.backup());
          values.put("kind", entry.kind().name());
          all.put(path, values);
        });
    return Json.pretty(Map.of("files", all, "folders", List.copyOf(new ArrayList<>(folders))))
        + "\n";
  }

  static String hash(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it (MessageDigest)
    }
  }
}
