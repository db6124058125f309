package dev.gantry.shell.completion;

import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Field;
import dev.gantry.engine.Operation;
import dev.gantry.engine.Parameter;
import dev.gantry.engine.Schema;
import dev.gantry.engine.Schemas;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may stand among the arguments of an operation of the API that is called by its id. */
final class ApiOffers {
  private static final String GROUP = "parameters";

  private final Spot spot;

  ApiOffers(Spot spot) {
    this.spot = spot;
  }

  /** Every operation, as it is called. */
  static Stream<Suggestion> operations() {
    return Catalogue.shipped().operations().stream()
        .map(it -> new Suggestion(it.id() + "(", "operations", it.method() + " " + it.path()));
  }

  /** The paths that operations of a method have. */
  static Stream<Suggestion> paths(String method) {
    return Catalogue.shipped().operations().stream()
        .filter(it -> it.method().equalsIgnoreCase(method))
        .map(it -> new Suggestion(it.path(), "paths", it.id()));
  }

  Optional<Operation> operation() {
    String id = spot.callee().last().text();
    return Catalogue.shipped().operations().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  Stream<Suggestion> names() {
    if (spot.path().isEmpty()) {
      return operation().stream().flatMap(it -> it.parameters().stream()).map(ApiOffers::parameter);
    }
    return spot.path().get(0).equals("body")
        ? operation().stream().flatMap(it -> fields(it.body(), spot.path()))
        : Stream.of();
  }

  /**
   * The fields of a body.
   *
   * @param path from {@code body} on
   */
  static Stream<Suggestion> fields(String body, List<String> path) {
    String schema = body;
    for (String name : path.subList(1, path.size())) {
      schema = type(Schemas.named(schema), name);
    }
    return Schemas.named(schema).all().stream()
        .map(field -> new Suggestion(field.name(), "fields", field.type()))
        .collect(Collectors.toMap(Suggestion::text, it -> it, (a, b) -> b))
        .values()
        .stream();
  }

  private static String type(Schema schema, String name) {
    return schema.all().stream()
        .filter(field -> field.name().equals(name))
        .map(Field::type)
        .reduce("", (first, last) -> last)
        .replaceAll("[\\[\\]{}]", "");
  }

  private static Suggestion parameter(Parameter it) {
    String facts =
        Stream.of(
                it.type(),
                it.required() ? "required" : "",
                it.defaultValue() == null ? "" : "default " + it.defaultValue(),
                it.since() == null ? "" : "since " + it.since())
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    return new Suggestion(it.name(), GROUP, facts);
  }

  /** Words, and sources of names such as {@code @containers}. */
  Stream<String> values() {
    return spot.path().size() != 1
        ? Stream.of()
        : operation().stream()
            .flatMap(
                it ->
                    it.parameter(spot.path().get(0)).stream()
                        .flatMap(parameter -> words(it, parameter)));
  }

  private static Stream<String> words(Operation operation, Parameter parameter) {
    boolean names = parameter.place().equals("path") && parameter.name().matches("id|name");
    String kind = operation.path().replaceFirst("^/(\\w+)/.*", "$1");
    return names && operation.path().startsWith("/" + kind + "/{" + parameter.name())
        ? Stream.of("@" + kind)
        : parameter.allowed().stream();
  }
}
