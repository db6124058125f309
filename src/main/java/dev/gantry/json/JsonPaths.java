package dev.gantry.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists a value as {@code path = value} lines, to be searched; a path can be pasted behind a
 * variable in a script.
 */
public final class JsonPaths {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Colors colors;
  private final List<String> lines = new ArrayList<>();

  private JsonPaths(Colors colors) {
    this.colors = colors;
  }

  /**
   * Returns one line per scalar, in the order of the value: {@code .State.Status = "running"},
   * {@code .Labels["a-b"] = ""}, {@code [0].Id = 1}. An empty Map or List is a line of its own; the
   * path of the value itself is a dot.
   */
  public static List<String> lines(@Nullable Object value, Colors colors) {
    JsonPaths paths = new JsonPaths(colors);
    paths.add("", Json.plain(value));
    return paths.lines;
  }

  /** The lines without colours. */
  public static List<String> lines(@Nullable Object value) {
    return lines(value, Colors.OFF);
  }

  private void add(String path, @Nullable Object value) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        add(path + member(String.valueOf(entry.getKey())), entry.getValue());
      }
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (int i = 0; i < list.size(); i++) {
        add(path + "[" + i + "]", list.get(i));
      }
    } else {
      String shown = colors.scalar(value, Json.write(value));
      lines.add(colors.paint(Colors.Role.KEY, path.isEmpty() ? "." : path) + " = " + shown);
    }
  }

  /** In Groovy a dollar inside double quotes would begin an expression. */
  private static String member(String name) {
    return NAME.matcher(name).matches()
        ? "." + name
        : "[" + JsonEscapes.quote(name).replace("$", "\\$") + "]";
  }
}
