package dev.gantry.shell.completion;

import dev.gantry.script.ScriptBinding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ways to go on from the caret: commands, variables, the members of what a variable holds and the
 * keys of maps.
 *
 * <p>Looks only at what is in memory: nothing is asked of an engine, nothing of the user's is run.
 * Knows no terminal.
 */
public final class Completion {
  private final ScriptBinding variables;
  private final Map<String, Class<?>> types;
  private final SlashCommands commands;

  /**
   * @param types of names that have no value until they are first used
   */
  public Completion(ScriptBinding variables, Map<String, Class<?>> types, SlashCommands commands) {
    this.variables = variables;
    this.types = Map.copyOf(types);
    this.commands = commands;
  }

  /**
   * The ways to go on.
   *
   * @param text from the start of the entry to the caret
   */
  public List<Suggestion> after(String text) {
    if (text.startsWith("/") && text.chars().noneMatch(Character::isWhitespace)) {
      return startingWith(text, commands.names().stream()).toList();
    }
    if (commands.isCommand(text) || Brackets.endsInString(text)) {
      return List.of();
    }
    return Chain.before(text).map(this::after).orElse(List.of());
  }

  private List<Suggestion> after(Chain chain) {
    Stream<Suggestion> all =
        chain.steps().isEmpty()
            ? names()
            : receiver(chain.steps()).stream().flatMap(known -> members(known, chain.word()));
    return startingWith(chain.word(), all).toList();
  }

  private static Stream<Suggestion> startingWith(String word, Stream<Suggestion> all) {
    return all.filter(suggestion -> suggestion.text().startsWith(word));
  }

  private Stream<Suggestion> names() {
    return variables.names().stream()
        .map(
            name ->
                new Suggestion(
                    name,
                    "variables",
                    known(name).map(Known::rawType).map(Class::getSimpleName).orElse("")));
  }

  private Optional<Known> receiver(List<Chain.Step> steps) {
    Chain.Step first = steps.get(0);
    Optional<Known> known =
        first.kind() == Chain.Kind.NAME ? known(first.text()) : Optional.empty();
    for (Chain.Step step : steps.subList(1, steps.size())) {
      known = known.flatMap(from -> from.then(step));
    }
    return known;
  }

  /** A value only if it is there already: to make one may reach for an engine. */
  private Optional<Known> known(String name) {
    Object value = variables.getVariables().get(name);
    Supplier<Optional<Known>> declared =
        () -> Optional.ofNullable(types.get(name)).map(type -> new Known(null, type));
    return Optional.ofNullable(value).map(Known::value).or(declared);
  }

  private static Stream<Suggestion> members(Known known, String word) {
    Stream<Suggestion> keys =
        known
            .keys()
            .map(key -> new Suggestion(quotedIfOdd(key), "keys", ""))
            .sorted(java.util.Comparator.comparing(Suggestion::text));
    return Stream.concat(keys, Members.of(known.rawType(), word));
  }

  private static String quotedIfOdd(String key) {
    boolean plain =
        !key.isEmpty()
            && Character.isJavaIdentifierStart(key.charAt(0))
            && key.chars().allMatch(Character::isJavaIdentifierPart);
    return plain ? key : "'" + key.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
