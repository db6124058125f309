package dev.gantry.dsl.options;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Secrets and configs for a service: a name, {@code source=a,target=b,uid=0,gid=0,mode=0400}, or
 * maps with these keys. The ids, which the engine wants beside the names, are whoever's who sends
 * them.
 *
 * <p>Source: docker/cli v28.2.2, opts/secret.go and opts/config.go.
 */
final class FileReferences {
  private static final long READ_BY_ALL = 0444;

  private FileReferences() {}

  static Object read(Object given, Asked asked) {
    List<?> several = given instanceof Map<?, ?> ? List.of(given) : Texts.elements(given);
    return several.stream().map(each -> reference(each, asked)).toList();
  }

  private static Map<String, Object> reference(Object given, Asked asked) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("Name", "");
    file.put("UID", "0");
    file.put("GID", "0");
    file.put("Mode", READ_BY_ALL);
    String source = "";
    for (Map.Entry<?, ?> field : fields(given, asked).entrySet()) {
      String value = Texts.one(field.getValue(), asked);
      switch (String.valueOf(field.getKey()).toLowerCase(Locale.ROOT)) {
        case "source", "src" -> source = value;
        case "target" -> file.put("Name", value);
        case "uid" -> file.put("UID", value);
        case "gid" -> file.put("GID", value);
        case "mode" -> file.put("Mode", mode(value, asked));
        default ->
            throw asked.bad(
                "'" + field.getKey() + "' is not one of source, target, uid, gid, mode");
      }
    }
    if (source.isEmpty()) {
      throw asked.bad("a source is wanted: source=name");
    }
    if (String.valueOf(file.get("Name")).isEmpty()) {
      file.put("Name", source);
    }
    String name = asked.option().name().equals("secrets") ? "SecretName" : "ConfigName";
    return Map.of(name, source, "File", file);
  }

  private static Map<?, ?> fields(Object given, Asked asked) {
    if (given instanceof Map<?, ?> map) {
      return map;
    }
    String text = Texts.one(given, asked);
    return text.indexOf('=') < 0
        ? Map.of("source", text)
        : Pairs.keyed(Csv.fields(text, asked), asked);
  }

  /** Octal with a 0 before it, as in {@code chmod} and in Groovy. */
  private static long mode(String text, Asked asked) {
    try {
      return Long.decode(text.replaceFirst("^0[oO]", "0"));
    } catch (NumberFormatException e) {
      throw asked.bad("the mode '" + text + "' is not a number such as 0400");
    }
  }
}
