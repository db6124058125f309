package dev.gantry.engine;

import dev.gantry.DidYouMean;
import dev.gantry.engine.Deviation.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares a plain value with a schema as one version has it, and collects what differs.
 *
 * <p>Null is fine everywhere: the daemon says it for what is empty, and reads it as left out. So is
 * the empty text where only some texts are allowed.
 */
final class SchemaCheck {
  /** A bar that is not within the brackets of allowed values. */
  private static final Pattern EITHER = Pattern.compile("\\|(?![^(]*\\))");

  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|token|secret|key|auth|data)");

  private final ApiVersion version;
  private final List<Deviation> found = new ArrayList<>();

  SchemaCheck(ApiVersion version) {
    this.version = version;
  }

  List<Deviation> found() {
    return found;
  }

  void value(String type, @Nullable Object value, String path) {
    String[] either = EITHER.split(type);
    if (value == null) {
      return;
    }
    if (either.length > 1) {
      oneOf(either, value, path);
    } else if (type.startsWith("[")) {
      list(type.substring(1, type.length() - 1), value, path);
    } else if (type.startsWith("{")) {
      map(type.substring(1, type.length() - 1), value, path);
    } else if (Schemas.has(type)) {
      named(Schemas.named(type), value, path);
    } else {
      scalar(type, value, path);
    }
  }

  private void oneOf(String[] types, Object value, String path) {
    List<SchemaCheck> checks = new ArrayList<>();
    for (String type : types) {
      SchemaCheck check = new SchemaCheck(version);
      check.value(type, value, path);
      checks.add(check);
    }
    if (checks.stream().noneMatch(check -> check.found.isEmpty())) {
      found.addAll(checks.get(0).found);
    }
  }

  private void list(String type, Object value, String path) {
    if (!(value instanceof List<?> items)) {
      wrong("a list", value, path);
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      value(type, items.get(i), path + "[" + i + "]");
    }
  }

  private void map(String type, Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> value(type, each, below(path, String.valueOf(name))));
    } else {
      wrong("a map", value, path);
    }
  }

  /** An object; a list of them where the definition calls the list and its items the same. */
  private void named(Schema schema, Object value, String path) {
    if (schema.alias().isPresent() && !(value instanceof Map && !schema.names().isEmpty())) {
      value(schema.alias().get(), value, path);
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> field(schema, String.valueOf(name), each, path));
      schema.all().stream()
          .filter(field -> field.required() && field.isIn(version))
          .filter(field -> !map.containsKey(field.name()))
          .forEach(field -> add(Kind.MISSING, below(path, field.name()), "is missing"));
    } else {
      wrong("a map", value, path);
    }
  }

  private void field(Schema schema, String name, @Nullable Object value, String path) {
    var field = schema.field(name, version);
    if (field.isPresent()) {
      value(field.get().type(), value, below(path, name));
    } else if (schema.names().contains(name)) {
      if (value != null) {
        add(Kind.VERSION, below(path, name), schema.missing(name, version));
      }
    } else {
      add(Kind.UNKNOWN, below(path, name), DidYouMean.hint(name, schema.names()));
    }
  }

  private void scalar(String type, Object value, String path) {
    String base = type.split("[/(]", 2)[0];
    boolean fits =
        switch (base) {
          case "string" -> value instanceof String;
          case "integer" -> isWhole(value);
          case "number" -> value instanceof Number;
          case "boolean" -> value instanceof Boolean;
          case "object" -> value instanceof Map;
          case "array" -> value instanceof List;
          default -> true;
        };
    if (!fits) {
      wrong(WANTED.getOrDefault(base, base), value, path);
    } else if (type.endsWith(")") && !value.equals("")) {
      allowed(type.substring(type.indexOf('(') + 1, type.length() - 1), value, path);
    }
  }

  private static final Map<String, String> WANTED =
      Map.of(
          "string", "a text",
          "integer", "an integer",
          "number", "a number",
          "boolean", "true or false",
          "object", "a map",
          "array", "a list");

  private void allowed(String texts, Object value, String path) {
    List<String> allowed = List.of(texts.split("\\|", -1));
    if (!allowed.contains(value.toString())) {
      List<String> shown = allowed.stream().filter(text -> !text.isEmpty()).toList();
      wrong("one of " + String.join(", ", shown), value, path);
    }
  }

  private void wrong(String wanted, Object value, String path) {
    add(Kind.TYPE, path, "wants %s, got %s".formatted(wanted, shown(value, path)));
  }

  private void add(Kind kind, String path, String what) {
    found.add(new Deviation(kind, path, what));
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
  }

  /** What is there, but never a secret. */
  private static String shown(Object value, String path) {
    if (value instanceof Map) {
      return "a map";
    }
    if (value instanceof List) {
      return "a list";
    }
    String kind = value instanceof String ? "the text" : "the value";
    String name = path.substring(path.lastIndexOf('.') + 1);
    return SECRET.matcher(name).matches()
        ? kind.replace("the", "a")
        : value instanceof String ? kind + " '" + value + "'" : kind + " " + value;
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
