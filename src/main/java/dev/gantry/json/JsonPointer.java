package dev.gantry.json;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a value by its path: {@code /State/Health/Log/0} (RFC 6901). */
public final class JsonPointer {
  private static final Pattern LONE_TILDE = Pattern.compile("~(?![01])");

  private JsonPointer() {}

  /**
   * Returns the value at a path.
   *
   * @param pointer empty for the value itself; {@code ~1} stands for a slash in a name, {@code ~0}
   *     for a tilde
   * @return null when there is no such value (RFC 6901 section 7 leaves that to us: a missing name
   *     of a Map is null in a script, too)
   * @throws JsonException the pointer does not begin with a slash, or has another {@code ~}
   */
  public static @Nullable Object at(@Nullable Object value, String pointer) {
    if (pointer.isEmpty()) {
      return Json.display(value);
    }
    if (!pointer.startsWith("/")) {
      throw new JsonException("a JSON pointer begins with '/': " + pointer);
    }
    Object found = Json.display(value);
    for (String token : pointer.substring(1).split("/", -1)) {
      found = step(found, name(token, pointer));
    }
    return found;
  }

  private static String name(String token, String pointer) {
    if (LONE_TILDE.matcher(token).find()) {
      throw new JsonException("in a JSON pointer '~' is written '~0': " + pointer);
    }
    // This order, or "~01" would end as a slash (RFC 6901 section 4).
    return token.replace("~1", "/").replace("~0", "~");
  }

  private static @Nullable Object step(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return map.get(name);
    }
    boolean index = value instanceof List && name.matches("0|[1-9][0-9]{0,8}");
    return index && value instanceof List<?> list && Integer.parseInt(name) < list.size()
        ? list.get(Integer.parseInt(name))
        : null;
  }
}
