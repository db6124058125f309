package dev.gantry.shell.completion;

import dev.gantry.engine.Field;
import dev.gantry.engine.Schemas;
import dev.gantry.shell.completion.Chain.Kind;
import dev.gantry.shell.completion.Chain.Step;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A map or a list of plain values: in memory, or the engine's JSON, which is read when its keys are
 * asked for; where that cannot be had, what the API says of it.
 *
 * @param schema its type as {@link Field#type} has it; empty where it is unknown
 */
record Document(Supplier<Optional<Object>> value, String schema, Asking asking) implements Known {
  /** What gives one of the elements of a list. */
  private static final Set<String> PICKS =
      Set.of("first", "last", "find", "max", "min", "head", "pop", "next");

  /** What gives a list of the same elements. */
  static final Set<String> SAME =
      Set.of(
          "findAll",
          "sort",
          "take",
          "drop",
          "reverse",
          "unique",
          "each",
          "toList",
          "tail",
          "init",
          "takeWhile",
          "dropWhile",
          "toSorted",
          "toUnique",
          "eachWithIndex",
          "grep",
          "shuffled");

  @Override
  public Optional<Known> then(Step step) {
    return switch (step.kind()) {
      case NAME -> isList() ? declared(step) : Optional.of(entry(step.text()));
      case INDEX -> Optional.of(isList() ? at(step) : entry(unquoted(step.text())));
      case CALL -> call(step);
      case LITERAL -> Optional.empty();
    };
  }

  private Optional<Known> call(Step step) {
    if (SAME.contains(step.text())) {
      return Optional.of(this);
    }
    if (isList() && PICKS.contains(step.text())) {
      return element();
    }
    boolean got = step.text().equals("get") && !isList();
    return got ? Optional.of(entry(unquoted(step.arguments()))) : declared(step);
  }

  private Optional<Known> declared(Step step) {
    return new Typed(null, rawType(), new Typed.Place(asking, "")).then(step);
  }

  private Known entry(String key) {
    return inner(() -> value.get().flatMap(it -> valueOf(it, key)), fieldType(key));
  }

  private Known at(Step step) {
    String index = step.text().matches("\\d{1,9}") ? step.text() : "0";
    return inner(() -> value.get().flatMap(it -> at(it, Integer.parseInt(index))), listed());
  }

  /** A value that is at hand is known as what it is. */
  private Known inner(Supplier<Optional<Object>> part, String type) {
    if (schema.isEmpty()) {
      Optional<Object> now = part.get();
      if (now.isPresent()) {
        return Known.value(now.get(), asking);
      }
    }
    return plain(type).isPresent()
        ? new Typed(null, plain(type).get(), new Typed.Place(asking, ""))
        : new Document(part, type, asking);
  }

  private static Optional<Class<?>> plain(String type) {
    return switch (type.replaceFirst("[/({].*", "")) {
      case "string" -> Optional.of(String.class);
      case "boolean" -> Optional.of(Boolean.class);
      case "integer", "number" -> Optional.of(Number.class);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> valueOf(Object from, String key) {
    return from instanceof Map<?, ?> map ? entries(map, key) : Optional.empty();
  }

  /** Our own maps answer for a key that is gone with an error: entries never do. */
  private static Optional<Object> entries(Map<?, ?> map, String key) {
    return map.entrySet().stream()
        .filter(entry -> key.equals(String.valueOf(entry.getKey())) && entry.getValue() != null)
        .map(entry -> (Object) entry.getValue())
        .findFirst();
  }

  private static Optional<Object> at(Object from, int index) {
    return from instanceof List<?> list && index < list.size()
        ? Optional.ofNullable(list.get(index))
        : Optional.empty();
  }

  private boolean isList() {
    return schema.isEmpty()
        ? value.get().filter(Collection.class::isInstance).isPresent()
        : type().startsWith("[");
  }

  /** The type that a name stands for. */
  private String type() {
    return schema.startsWith("[") || schema.startsWith("{")
        ? schema
        : Schemas.named(schema).alias().orElse(schema);
  }

  private String listed() {
    String type = type();
    return type.startsWith("[") ? type.substring(1, type.length() - 1) : "";
  }

  private String fieldType(String key) {
    String type = type();
    return type.startsWith("{")
        ? type.substring(1, type.length() - 1)
        : Schemas.named(type).all().stream()
            .filter(field -> field.name().equals(key))
            .map(Field::type)
            .reduce("", (first, last) -> last);
  }

  @Override
  public Class<?> rawType() {
    return isList() ? List.class : Map.class;
  }

  @Override
  public Stream<String> keys() {
    Optional<Object> now = value.get();
    return now.isPresent()
        ? now.get() instanceof Map<?, ?> map ? names(map) : Stream.of()
        : Schemas.named(type()).all().stream()
            .filter(field -> field.until() == null)
            .map(Field::name)
            .distinct();
  }

  private static Stream<String> names(Map<?, ?> map) {
    return map.keySet().stream().map(String::valueOf);
  }

  @Override
  public Optional<Known> element() {
    return Optional.of(isList() ? at(new Step(Kind.INDEX, "0")) : this);
  }

  static String unquoted(String text) {
    return text.strip().replaceAll("^['\"]|['\"]$", "");
  }
}
