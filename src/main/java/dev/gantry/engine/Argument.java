package dev.gantry.engine;

import dev.gantry.UsageException;
import dev.gantry.json.Json;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A value given for a parameter: checked against the parameter's type and written as the daemon
 * reads it.
 */
record Argument(Operation operation, Parameter parameter, Object value) {
  /**
   * Of these the definition says that they are one text, and the daemon reads all that are there
   * (moby v28.5.2, daemon/server/router/build/build_routes.go).
   */
  private static final Set<String> REPEATED = Set.of("t", "extrahosts", "securityopt");

  /** The texts to send: one, but for a list, which is sent as one pair for each of its items. */
  List<String> texts() {
    List<String> texts =
        switch (parameter.type()) {
          case "boolean" -> List.of(flag());
          case "integer" -> List.of(integer());
          case "json" -> List.of(isStructure(value) ? Json.write(value) : scalar(value));
          case "array" -> items();
          default -> isRepeated() ? scalars() : List.of(scalar(value));
        };
    texts.forEach(this::checkAllowed);
    return texts;
  }

  /** The texts to send, whatever the value is. */
  List<String> unchecked() {
    return parameter.type().equals("array") ? items() : List.of(loose(value));
  }

  /** A value of which nothing is known: a map or list as JSON, anything else as its text. */
  static String loose(Object value) {
    return item(value);
  }

  private String flag() {
    if (value instanceof Boolean) {
      return value.toString();
    }
    String text = String.valueOf(value).toLowerCase(Locale.ROOT);
    if (value instanceof CharSequence && (text.equals("true") || text.equals("false"))) {
      return text;
    }
    throw wrong("true or false");
  }

  private String integer() {
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof BigInteger) {
      return value.toString();
    }
    if (value instanceof CharSequence text && text.toString().matches("-?\\d+")) {
      return text.toString();
    }
    throw wrong("a whole number");
  }

  private List<String> items() {
    if (value instanceof Iterable<?> list) {
      return StreamSupport.stream(list.spliterator(), false).map(Argument::item).toList();
    }
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(Argument::item).toList();
    }
    return List.of(item(value));
  }

  private boolean isRepeated() {
    return operation.id().equals("ImageBuild") && REPEATED.contains(parameter.name());
  }

  private List<String> scalars() {
    return value instanceof Iterable<?> list
        ? StreamSupport.stream(list.spliterator(), false).map(this::scalar).toList()
        : List.of(scalar(value));
  }

  private static String item(Object item) {
    return isStructure(item) ? Json.write(item) : String.valueOf(item);
  }

  private String scalar(Object given) {
    if (given instanceof CharSequence || given instanceof Number || given instanceof Boolean) {
      return given.toString();
    }
    throw wrong(parameter.type().equals("json") ? "a map, a list or JSON text" : "a text");
  }

  private void checkAllowed(String text) {
    if (!parameter.allowed().isEmpty() && !parameter.allowed().contains(text)) {
      throw wrong("one of " + String.join(", ", parameter.allowed()));
    }
  }

  /** The value is repeated, but not a header's: those carry credentials. */
  private UsageException wrong(String wanted) {
    String shown = parameter.place().equals("header") ? "" : ": " + value;
    return new UsageException(
        "parameter '%s' of %s wants %s, got %s%s"
            .formatted(
                parameter.name(), operation.id(), wanted, value.getClass().getSimpleName(), shown));
  }

  private static boolean isStructure(Object value) {
    return value instanceof Map || value instanceof Iterable;
  }
}
