package dev.gantry.dsl.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Mounts in the long form: {@code type=bind,src=/a,dst=/b,readonly}, or a map with the same keys,
 * in camelCase if wanted. Reads the form; {@link MountFields} knows the keys.
 */
final class Mounts {
  private Mounts() {}

  static Object read(Object given, Asked asked) {
    List<?> several = given instanceof Map<?, ?> ? List.of(given) : Texts.elements(given);
    return several.stream()
        .map(
            each ->
                each instanceof Map<?, ?> map
                    ? mapped(map, asked)
                    : parsed(Texts.one(each, asked), asked))
        .toList();
  }

  private static Map<String, Object> parsed(String text, Asked asked) {
    MountFields mount = new MountFields(asked);
    for (String field : Csv.fields(text, asked)) {
      int equals = field.indexOf('=');
      String key = equals < 0 ? field : field.substring(0, equals);
      // A key without a value is a flag that is set; MountFields refuses it where it is none.
      mount.set(key.toLowerCase(Locale.ROOT), equals < 0 ? "" : field.substring(equals + 1));
    }
    return mount.finished();
  }

  private static Map<String, Object> mapped(Map<?, ?> map, Asked asked) {
    MountFields mount = new MountFields(asked);
    Map<String, Object> daemons = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String name = Texts.one(key, asked);
          if (value instanceof Map<?, ?> && name.endsWith("Options")) {
            daemons.put(name, value);
          } else if (value != null) {
            values(value, asked).forEach(each -> mount.set(kebab(name), each));
          }
        });
    Map<String, Object> finished = mount.finished();
    finished.putAll(daemons);
    return finished;
  }

  private static List<String> values(Object value, Asked asked) {
    return value instanceof Boolean ? List.of(value.toString()) : Texts.join(value, '=', asked);
  }

  /** {@code bindPropagation} and {@code ReadOnly} become the CLI's words for them. */
  private static String kebab(String name) {
    String kebab = name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return kebab.equals("read-only") ? "readonly" : kebab;
  }
}
