package dev.gantry.shell.completion;

import dev.gantry.dsl.Verb;
import dev.gantry.dsl.VerbOption;
import dev.gantry.engine.Operation;
import dev.gantry.engine.Parameter;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line on the call that the caret is in: how it is called, and the option being typed. */
final class Hint {
  private final Caret caret;
  private final Resolver resolver;

  /**
   * @param resolver that asks no engine: a hint is made anew with every key
   */
  Hint(Caret caret, Resolver resolver) {
    this.caret = caret;
    this.resolver = resolver;
  }

  /** Empty where the caret is in no call that is known. */
  String line() {
    return Spot.around(caret).flatMap(this::line).orElse("");
  }

  private Optional<String> line(Spot spot) {
    return resolver
        .of(spot.callee().receiver())
        .map(receiver -> new Offers(spot, receiver))
        .flatMap(
            offers ->
                offers
                    .verb()
                    .map(verb -> of(verb, option(offers, verb)))
                    .or(() -> offers.operation().map(Hint::of)));
  }

  /** What is being given a value, or its name as far as it is typed. */
  private Optional<VerbOption> option(Offers offers, Verb verb) {
    Optional<VerbOption> typed =
        caret.inString() || caret.word().isEmpty() ? Optional.empty() : verb.option(caret.word());
    return offers.option().or(() -> typed);
  }

  private static String of(Verb verb, Optional<VerbOption> option) {
    return option
        .map(it -> it.name() + ": " + it.takes() + standard(it) + ". " + summary(it))
        .orElseGet(() -> verb.signature() + "  " + verb.summary());
  }

  /** One example is enough. */
  private static String summary(VerbOption option) {
    String example = " such as ";
    int at = option.takes().contains(example) ? option.summary().indexOf(example) : -1;
    return at < 0 ? option.summary() : option.summary().substring(0, at);
  }

  private static String standard(VerbOption option) {
    return option.standard().isEmpty() ? "" : "; " + option.standard() + " unless given";
  }

  private static String of(Operation operation) {
    String parameters =
        operation.parameters().stream().map(Hint::name).collect(Collectors.joining(", "));
    return operation.id() + "(" + parameters + ")  " + operation.method() + " " + operation.path();
  }

  /** In brackets where it may be left out. */
  private static String name(Parameter parameter) {
    return parameter.required() ? parameter.name() : "[" + parameter.name() + "]";
  }
}
