package dev.gantry.shell.completion;

import dev.gantry.script.ScriptBinding;
import dev.gantry.shell.completion.Chain.Kind;
import dev.gantry.shell.completion.Chain.Step;
import dev.gantry.shell.completion.Scan.Open;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what an expression in the entry stands for. Runs nothing. */
final class Resolver {
  private static final Pattern PARAMETERS = Pattern.compile("^\\s*([\\w\\s,]*?)\\s*->");
  private static final int DEEPEST = 8;

  private final ScriptBinding variables;
  private final Map<String, Class<?>> types;
  private final Caret caret;
  private final Asking asking;

  /**
   * @param types of names that have no value until they are first used
   */
  Resolver(ScriptBinding variables, Map<String, Class<?>> types, Caret caret, Asking asking) {
    this.variables = variables;
    this.types = types;
    this.caret = caret;
    this.asking = asking;
  }

  Optional<Known> of(Chain chain) {
    return of(chain, DEEPEST);
  }

  private Optional<Known> of(Chain chain, int depth) {
    if (chain.steps().isEmpty() || depth == 0) {
      return Optional.empty();
    }
    Optional<Known> known = first(chain.steps().get(0), depth);
    for (Step step : chain.steps().subList(1, chain.steps().size())) {
      known = known.flatMap(from -> step.spread() ? from.element() : from.then(step));
    }
    return known;
  }

  private Optional<Known> first(Step step, int depth) {
    return switch (step.kind()) {
      case NAME ->
          parameter(step.text(), depth)
              .or(() -> local(step.text(), depth))
              .or(() -> named(step.text()));
      case LITERAL -> literal(step.text());
      case CALL, INDEX -> Optional.empty();
    };
  }

  private Optional<Known> literal(String text) {
    boolean list = text.startsWith("[");
    Object like = !list ? "" : text.contains(":") ? Map.of() : List.of();
    return Optional.of(new Typed(null, list ? like.getClass() : String.class, nowhere()));
  }

  private Typed.Place nowhere() {
    return new Typed.Place(asking, "");
  }

  /** A value only if it is there already: to make one may reach for an engine. */
  Optional<Known> named(String name) {
    Object value = variables.getVariables().get(name);
    return value == null
        ? Optional.ofNullable(types.get(name)).map(type -> new Typed(null, type, nowhere()))
        : Optional.of(Known.value(value, asking));
  }

  /** What the entry itself gave the name last, in front of the caret. */
  private Optional<Known> local(String name, int depth) {
    Matcher given =
        Pattern.compile("\\b" + Pattern.quote(name) + "\\s*=(?![=~])\\s*").matcher(caret.text());
    int from = -1;
    while (given.find() && given.end() < caret.valueStart()) {
      from = given.end();
    }
    return from < 0 ? Optional.empty() : assigned(from, depth);
  }

  private Optional<Known> assigned(int from, int depth) {
    int end = new Extent(caret.text(), from).end();
    return end >= caret.valueStart()
        ? Optional.empty()
        : caret.chainTo(end).flatMap(chain -> of(chain, depth - 1));
  }

  /** A parameter of a closure around the caret, or its {@code it}. */
  private Optional<Known> parameter(String name, int depth) {
    List<Open> brackets = caret.brackets();
    for (int i = brackets.size() - 1; i >= 0; i--) {
      Open bracket = brackets.get(i);
      if (bracket.kind() == '{') {
        List<String> parameters = parameters(caret.text().substring(bracket.start()));
        if (parameters.contains(name)) {
          return parameters.indexOf(name) == 0 ? handed(bracket, depth) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> parameters(String body) {
    Matcher named = PARAMETERS.matcher(body);
    return named.find()
        ? Arrays.stream(named.group(1).split(",", -1))
            .map(one -> one.strip().replaceFirst(".*\\s", ""))
            .toList()
        : List.of("it");
  }

  /** Whether a closure around the caret has an {@code it}. */
  boolean hasIt() {
    return parameter("it", DEEPEST).isPresent();
  }

  private Optional<Known> handed(Open closure, int depth) {
    int end = Chain.skipBlanks(caret.text(), closure.at());
    Optional<Chain> call = caret.chainTo(end).filter(chain -> chain.steps().size() > 1);
    return call.flatMap(
        chain -> {
          Optional<Known> receiver = of(chain.receiver(), depth - 1);
          String verb = chain.last().text();
          return Handed.by(receiver, verb)
              .map(type -> (Known) new Typed(null, type, nowhere()))
              .or(() -> receiver.flatMap(Known::element));
        });
  }

  /** The steps of a name alone. */
  static Chain name(String name) {
    return new Chain(List.of(new Step(Kind.NAME, name)));
  }
}
