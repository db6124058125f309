package dev.gantry.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes YAML 1.2 in block style, two spaces per level; texts of several lines as literal blocks,
 * everything that could be taken for something else in quotes.
 */
public final class Yaml {
  /** Longer names need a question mark (YAML 1.2.2 section 8.2.2: 1024 characters). */
  private static final int LONGEST_NAME = 1000;

  private Yaml() {}

  /**
   * Writes one document without the {@code ---}, each line with a line break.
   *
   * @throws JsonException the value has no JSON form
   */
  public static String write(@Nullable Object value) {
    Object plain = Json.plain(value);
    String text = String.join("\n", lines(plain));
    // A literal block at the top has no parent to be indented from; one space is enough.
    return (plain instanceof String ? text.replace("\n", "\n ") : text) + "\n";
  }

  private static List<String> lines(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? List.of("{}") : mapLines(map);
    } else if (value instanceof List<?> list) {
      return list.isEmpty() ? List.of("[]") : listLines(list);
    } else if (value instanceof String text && YamlScalar.isLiteral(text)) {
      return literalLines(text);
    }
    return List.of(YamlScalar.of(value));
  }

  private static List<String> mapLines(Map<?, ?> map) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      addEntry(YamlScalar.of(String.valueOf(entry.getKey())), entry.getValue(), lines);
    }
    return lines;
  }

  private static void addEntry(String name, @Nullable Object value, List<String> lines) {
    String head = name;
    if (name.length() > LONGEST_NAME) {
      lines.add("? " + name);
      head = "";
    }
    List<String> nested = lines(value);
    boolean block =
        (value instanceof Map<?, ?> map && !map.isEmpty())
            || (value instanceof List<?> list && !list.isEmpty());
    lines.add(block ? head + ":" : head + ": " + nested.get(0));
    nested.stream().skip(block ? 0 : 1).map(Yaml::indented).forEach(lines::add);
  }

  private static List<String> listLines(List<?> list) {
    List<String> lines = new ArrayList<>();
    for (Object item : list) {
      List<String> nested = lines(item);
      lines.add("- " + nested.get(0));
      nested.stream().skip(1).map(Yaml::indented).forEach(lines::add);
    }
    return lines;
  }

  /** The sign after the bar says what happens to the line breaks at the end (section 8.1.1.2). */
  private static List<String> literalLines(String text) {
    List<String> lines = new ArrayList<>();
    lines.add(text.endsWith("\n\n") ? "|+" : text.endsWith("\n") ? "|" : "|-");
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    lines.addAll(List.of(body.split("\n", -1)));
    return lines;
  }

  private static String indented(String line) {
    return line.isEmpty() ? line : "  " + line;
  }
}
