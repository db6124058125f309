package dev.gantry.dsl;

import dev.gantry.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon says of a path in a container, in the header {@code X-Docker-Container-Path-Stat}
 * (Engine API 1.51, ContainerArchiveInfo).
 *
 * @param type {@code file}, {@code folder}, {@code symlink}, {@code device}, {@code pipe} or {@code
 *     socket}
 * @param mode permissions with the set-user-ID, set-group-ID and sticky bits
 * @param linkTarget where a link leads in the end, as an absolute path; empty for others
 */
record PathStat(
    String name, String type, long size, int mode, @Nullable Instant modified, String linkTarget) {
  static final String HEADER = "X-Docker-Container-Path-Stat";

  /** The bits of Go's os.FileMode that say what it is. */
  private static final Map<Integer, String> TYPES =
      Map.of(31, "folder", 27, "symlink", 26, "device", 25, "pipe", 24, "socket");

  /** The bits of Go's os.FileMode that Unix has elsewhere, and where. */
  private static final Map<Integer, Integer> MOVED = Map.of(23, 04000, 22, 02000, 20, 01000);

  static PathStat parse(String header) {
    byte[] json = Base64.getDecoder().decode(header.getBytes(StandardCharsets.US_ASCII));
    Map<String, @Nullable Object> map = Rows.map(Json.read(json));
    long goMode = number(map, "mode");
    return new PathStat(
        Rows.text(map.get("name")),
        type(goMode),
        number(map, "size"),
        mode(goMode),
        Instants.of(map.get("mtime")),
        Rows.text(map.get("linkTarget")));
  }

  private static long number(Map<String, @Nullable Object> map, String key) {
    return map.get(key) instanceof Number number ? number.longValue() : 0;
  }

  private static String type(long goMode) {
    return TYPES.entrySet().stream()
        .filter(bit -> (goMode >>> bit.getKey() & 1) == 1)
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("file");
  }

  private static int mode(long goMode) {
    int mode = (int) (goMode & 0777);
    for (Map.Entry<Integer, Integer> bit : MOVED.entrySet()) {
      mode |= (goMode >>> bit.getKey() & 1) == 1 ? bit.getValue() : 0;
    }
    return mode;
  }

  boolean isFolder() {
    return type.equals("folder");
  }

  boolean isLink() {
    return type.equals("symlink");
  }

  /** A mode as people write it: {@code 0644}. */
  static String octal(int mode) {
    return String.format("%04o", mode);
  }

  /** For a script. */
  Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("type", type);
    map.put("size", size);
    map.put("mode", octal(mode));
    map.put("modified", modified);
    map.put("linkTarget", linkTarget);
    return map;
  }
}
