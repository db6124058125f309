package dev.gantry.dsl;

import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Field;
import dev.gantry.engine.Operation;
import dev.gantry.engine.Parameter;
import dev.gantry.engine.Schema;
import dev.gantry.engine.Schemas;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of an operation or of an object of the API, a short line for each part.
 */
final class ApiHelp {
  private ApiHelp() {}

  /** The id of an operation, or the name of a schema. */
  static Map<String, @Nullable Object> of(String name) {
    return Schemas.names().contains(name)
        ? schema(name)
        : operation(Catalogue.shipped().operation(name));
  }

  private static Map<String, @Nullable Object> operation(Operation operation) {
    Map<String, @Nullable Object> help = new LinkedHashMap<>();
    help.put("operation", operation.id());
    help.put("does", operation.does());
    help.put("request", operation.method() + " " + operation.path());
    help.put("versions", versions(operation.since(), operation.until()));
    help.put("answer", answer(operation));
    Map<String, Object> parameters = new LinkedHashMap<>();
    operation.parameters().forEach(it -> parameters.put(it.name(), parameter(it)));
    help.put("parameters", parameters);
    if (!operation.body().isEmpty()) {
      help.put("body", fields(operation.body()));
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    operation.responses().forEach((status, it) -> responses.put(status.toString(), it));
    help.put("responses", responses);
    return help;
  }

  private static String answer(Operation operation) {
    return words(
        ApiTable.name(operation.answer()),
        switch (operation.mutates()) {
          case "yes" -> "changes something";
          case "stdin" -> "changes something when it is given input";
          default -> "only reads";
        });
  }

  private static String parameter(Parameter it) {
    return words(
        it.type() + " in " + it.place(),
        it.required() ? "required" : null,
        it.defaultValue() == null ? null : "default '" + it.defaultValue() + "'",
        it.allowed().isEmpty() ? null : "one of " + String.join(" ", it.allowed()),
        versions(it.since(), it.until()));
  }

  private static Map<String, @Nullable Object> schema(String name) {
    Map<String, @Nullable Object> help = new LinkedHashMap<>();
    help.put("schema", name);
    help.put("fields", fields(name));
    return help;
  }

  /** A schema's fields; the type that it stands for, where it has none. */
  private static Object fields(String name) {
    Schema schema = Schemas.named(name);
    Map<String, Object> fields = new LinkedHashMap<>();
    schema
        .names()
        .forEach(
            field ->
                fields.put(
                    field,
                    schema.all().stream()
                        .filter(it -> it.name().equals(field))
                        .map(ApiHelp::field)
                        .collect(Collectors.joining("; "))));
    return fields.isEmpty() ? schema.alias().orElse("") : fields;
  }

  private static String field(Field it) {
    return words(
        it.type(), it.required() ? "always there" : null, versions(it.since(), it.until()));
  }

  private static String versions(@Nullable Object since, @Nullable Object until) {
    return words(
        since == null ? null : "since " + since, until == null ? null : "gone since " + until);
  }

  private static String words(@Nullable String... words) {
    return Arrays.stream(words)
        .filter(Objects::nonNull)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
