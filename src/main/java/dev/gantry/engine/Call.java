package dev.gantry.engine;

import dev.gantry.UsageException;
import dev.gantry.http.Body;
import dev.gantry.http.Headers;
import dev.gantry.http.QueryString;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation: its parameters checked against the catalogue before anything is sent.
 *
 * <p>Parameters whose value is null are left out, so that the daemon's default holds.
 */
final class Call {
  final Operation operation;
  private final Map<String, Object> arguments = new LinkedHashMap<>();

  private final Checks checks;

  Call(Operation operation, Map<String, ? extends @Nullable Object> parameters, Checks checks) {
    this.operation = operation;
    this.checks = checks;
    parameters.forEach(
        (name, value) -> {
          if (checks != Checks.NONE) {
            operation.require(name);
          }
          if (value != null) {
            arguments.put(name, value);
          }
        });
  }

  /** How much is held against the catalogue. */
  enum Checks {
    /** Everything, the fields of a body as well. */
    STRICT,
    /** The operation and its parameters. */
    PARAMETERS,
    /** Nothing: what it does not know travels as a query parameter, whatever it is. */
    NONE
  }

  /**
   * Refuses what the version that is spoken does not have, what is missing, and a body that its
   * schema does not have.
   */
  Call checkedFor(ApiVersion version) {
    if (checks != Checks.NONE) {
      check(version);
    }
    return this;
  }

  private void check(ApiVersion version) {
    refuse(operation.id(), operation.lifetime().missingFrom(version));
    for (Parameter parameter : operation.parameters()) {
      if (arguments.containsKey(parameter.name())) {
        refuse(named(parameter), parameter.lifetime().missingFrom(version));
      } else if (parameter.required()
          && parameter.lifetime().missingFrom(version).isEmpty()
          && !mayLack(parameter)) {
        throw new UsageException(named(parameter) + " is missing");
      }
    }
    Object body = checks == Checks.STRICT ? body() : null;
    if (body != null && !operation.body().isEmpty() && !isSentAsItIs(body)) {
      new BodyCheck(operation, version).refuse(body);
    }
  }

  private static boolean isSentAsItIs(Object body) {
    return body instanceof byte[] || body instanceof InputStream || body instanceof Body;
  }

  /**
   * The definition asks for credentials that the daemon takes none for as well (moby v28.5.2,
   * image_routes.go).
   */
  private static boolean mayLack(Parameter parameter) {
    return parameter.place().equals("header");
  }

  private static void refuse(String what, String why) {
    if (!why.isEmpty()) {
      throw new UsageException(what + " " + why);
    }
  }

  private String named(Parameter parameter) {
    return "parameter '" + parameter.name() + "' of " + operation.id();
  }

  /** The path below the version, with its parameters filled in. */
  String path() {
    String path = operation.path();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.place().equals("path")) {
        path =
            path.replace(
                "{" + parameter.name() + "}",
                PathSegment.encode(named(parameter), text(parameter)));
      }
    }
    return path;
  }

  QueryString query() {
    QueryString query = new QueryString();
    given("query").forEach(parameter -> query.add(parameter.name(), texts(parameter)));
    arguments.forEach(
        (name, value) -> {
          if (operation.parameter(name).isEmpty() && !name.equals("body")) {
            query.add(name, Argument.loose(value));
          }
        });
    return query;
  }

  Headers headers() {
    Headers headers = Headers.none();
    for (Parameter parameter : given("header")) {
      for (String text : texts(parameter)) {
        headers = headers.and(parameter.name(), text);
      }
    }
    return headers;
  }

  @Nullable Object body() {
    return arguments.get("body");
  }

  /** An argument as it was given; null when it was not. */
  @Nullable Object argument(String name) {
    return arguments.get(name);
  }

  /** What is tried, to complete "Cannot …": the operation's words with the arguments filled in. */
  String does() {
    String words = operation.does();
    for (Parameter parameter : operation.parameters()) {
      Object value = arguments.get(parameter.name());
      if (value != null) {
        words = words.replace("{" + parameter.name() + "}", shortened(value.toString()));
      }
    }
    return words.replaceAll(" '\\{\\w+}'", "");
  }

  /** A whole id says no more to a reader than its first twelve digits. */
  static String shortened(String value) {
    String digits = value.startsWith("sha256:") ? value.substring("sha256:".length()) : value;
    return digits.matches("[0-9a-f]{64}") ? digits.substring(0, 12) : value;
  }

  private List<Parameter> given(String place) {
    return operation.parameters().stream()
        .filter(
            parameter -> parameter.place().equals(place) && arguments.containsKey(parameter.name()))
        .toList();
  }

  private String text(Parameter parameter) {
    return texts(parameter).get(0);
  }

  private List<String> texts(Parameter parameter) {
    Object value = arguments.get(parameter.name());
    if (value == null) {
      throw new UsageException(named(parameter) + " is missing");
    }
    Argument argument = new Argument(operation, parameter, value);
    return checks == Checks.NONE ? argument.unchecked() : argument.texts();
  }
}
