package dev.gantry.script;

import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import groovy.lang.Closure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a call of a verb with what a word of the Docker CLI was given: to be typed as it is. */
final class CliCall {
  private static final String NAME = ".NAME.";

  /** A command that names one thing or several, and what it takes behind them. */
  private static final Pattern OF_THINGS = Pattern.compile("[^A-Z]*(?:--\\w+ [A-Z]+ )?NAME(.*)");

  private final Verb verb;
  private final List<String> words;
  private final String options;

  private CliCall(Verb verb, List<?> given) {
    this.verb = verb;
    this.words = given.stream().flatMap(CliCall::word).toList();
    this.options =
        given.stream()
            .filter(Map.class::isInstance)
            .flatMap(map -> ((Map<?, ?>) map).entrySet().stream())
            .map(it -> it.getKey() + ": " + word(it.getValue()).findFirst().orElse("…"))
            .collect(Collectors.joining(", "));
  }

  /**
   * The call; its general form where nothing was given, or what cannot be told apart.
   *
   * @param given as Groovy hands it over
   */
  static String of(Verb verb, List<?> given) {
    CliCall call = new CliCall(verb, given);
    boolean texts = given.stream().allMatch(CliCall::isKnown);
    return call.words.isEmpty() || !texts ? verb.call() : call.filled().orElse(verb.call());
  }

  private static boolean isKnown(Object given) {
    return given instanceof Map
        || given instanceof Closure
        || (word(given).findFirst().isPresent() && !given.toString().startsWith("-"));
  }

  private static Stream<String> word(Object given) {
    if (given instanceof CharSequence text) {
      return Stream.of("'" + text.toString().replace("\\", "\\\\").replace("'", "\\'") + "'");
    }
    return given instanceof Number || given instanceof Boolean
        ? Stream.of(given.toString())
        : Stream.of();
  }

  private Optional<String> filled() {
    String general = verb.call();
    if (!general.contains(NAME)) {
      return takes(words.size()) ? Optional.of(call(general, words)) : Optional.empty();
    }
    Matcher things = OF_THINGS.matcher(verb.command());
    if (!things.matches()) {
      return Optional.empty();
    }
    List<String> rest = words.subList(1, words.size());
    return Optional.of(
        rest.isEmpty() || !things.group(1).isBlank()
            ? call(general.replace(NAME, of(words.get(0))), rest)
            : forMany(general));
  }

  private boolean takes(int count) {
    List<Verb.Argument> arguments = verb.arguments();
    boolean open = !arguments.isEmpty() && arguments.get(arguments.size() - 1).name().endsWith("…");
    return open || count <= arguments.size();
  }

  private static String of(String quoted) {
    return quoted.matches("'[A-Za-z_]\\w*'")
        ? "." + quoted.substring(1, quoted.length() - 1) + "."
        : "[" + quoted + "].";
  }

  /** By the verb that takes several, as {@code docker.containers.logs}, or one after the other. */
  private String forMany(String general) {
    return Verbs.named(verb.name()).stream()
        .filter(it -> it.receiver().equals(verb.receiver() + "s"))
        .findFirst()
        .map(it -> call(it.call(), words))
        .orElseGet(
            () -> words + ".each { " + call(general.replace(NAME, "[it]."), List.of()) + " }");
  }

  private String call(String general, List<String> arguments) {
    Stream<String> all =
        Stream.concat(arguments.stream(), Stream.of(options).filter(it -> !it.isEmpty()));
    return general.substring(0, general.indexOf('('))
        + all.collect(Collectors.joining(", ", "(", ")"));
  }
}
