package dev.gantry.shell.completion;

import dev.gantry.dsl.Api;
import dev.gantry.dsl.Docker;
import dev.gantry.script.ScriptBinding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ways to go on from the caret: commands, variables, members of what a variable holds, keys of
 * JSON, options of verbs and their values, names of what the engine has, files.
 *
 * <p>Looks at what is in memory, and at what {@link Live} reads in the background: nothing of the
 * user's is run, and an engine is only ever asked for what it has. Knows no terminal.
 */
public final class Completion {
  /** How long an engine is waited for: less than a person notices. */
  private static final Duration PATIENCE = Duration.ofMillis(90);

  /** The same where an error is about to be shown anyway. */
  private static final Duration LONGER = Duration.ofMillis(500);

  private static final int SHORTEST_HISTORY_WORD = 3;

  /** A hint is made anew with every key. */
  private static final int LONGEST_HINTED = 10_000;

  private final ScriptBinding variables;
  private final Map<String, Class<?>> types;
  private final SlashCommands commands;
  private final Live live;

  /**
   * @param types of names that have no value until they are first used
   */
  public Completion(ScriptBinding variables, Map<String, Class<?>> types, SlashCommands commands) {
    this.variables = variables;
    this.types = Map.copyOf(types);
    this.commands = commands;
    this.live = new Live(this::engine);
  }

  /** The session's engine, unless the user gave its name to something else. */
  private Optional<Docker> engine() {
    boolean ours =
        types.get("docker") == Docker.class || variables.getVariables().containsKey("docker");
    return ours && variables.getVariable("docker") instanceof Docker docker
        ? Optional.of(docker)
        : Optional.empty();
  }

  /**
   * The ways to go on.
   *
   * @param text from the start of the entry to the caret
   */
  public List<Suggestion> after(String text) {
    return after(new Request(text, "", List.of()));
  }

  /**
   * What is asked for.
   *
   * @param text from the start of the entry to the caret
   * @param rest what stands behind the caret
   * @param history earlier entries, oldest first
   */
  public record Request(String text, String rest, List<String> history) {}

  /** Loads its classes, and reads the names that are most likely to be asked for. */
  public void warmUp() {
    after("docker.run('busybox', na");
    after("docker.containers['");
  }

  /** The ways to go on, the likeliest first within each group. */
  public List<Suggestion> after(Request request) {
    String text = request.text();
    Ranking ranking = new Ranking(request.history());
    boolean command = commands.isCommand(text) || text.matches("/[\\w-]*");
    int groovy = Caret.groovyStart(text);
    if (command && groovy == 0) {
      String word = text.substring(Caret.wordStart(text, command));
      return ranking.of(Matching.of(word, command(text, word)));
    }
    Caret caret = new Caret(text.substring(groovy));
    if (caret.inComment()) {
      return List.of();
    }
    List<Suggestion> found = Matching.of(caret.word(), groovy(caret).filter(Completion::isTyped));
    List<Suggestion> fitting = found.stream().map(it -> fitted(it, caret, request.rest())).toList();
    return fitting.isEmpty() ? ranking.words(caret, SHORTEST_HISTORY_WORD) : ranking.of(fitting);
  }

  /**
   * One line on the call that the caret is in; empty where it is in none. Asks no engine.
   *
   * @param text from the start of the entry to the caret
   */
  public String hint(String text) {
    if (text.isBlank() || text.length() > LONGEST_HINTED || commands.isCommand(text)) {
      return "";
    }
    try {
      Caret caret = new Caret(text);
      return new Hint(caret, new Resolver(variables, types, caret, Asking.NOTHING)).line();
    } catch (RuntimeException e) {
      return ""; // A hint that cannot be made is no reason for an error.
    }
  }

  /**
   * Where the engine has something of a name that is no variable's: {@code "there is a container of
   * that name: docker.containers.web"}. Empty where it has not, or does not say so in time.
   */
  public String called(String name) {
    return new Called(asking(LONGER)).sentence(name);
  }

  private Stream<Suggestion> command(String text, String word) {
    if (text.chars().noneMatch(Character::isWhitespace)) {
      return commands.names().stream();
    }
    SlashCommands.Arguments arguments = commands.arguments(text);
    Stream<Suggestion> live =
        arguments.sources().stream().flatMap(source -> argument(source, word));
    return Stream.concat(arguments.words().stream(), live);
  }

  private Stream<Suggestion> argument(String source, String word) {
    return switch (source) {
      case "@files" -> HostFiles.of(word);
      case "@variables" -> names(resolver(new Caret("")));
      default -> new LiveNames(asking()).of(source);
    };
  }

  /** Whether an engine is still to answer, so that the same asked later may have more. */
  boolean isWaiting() {
    return live.isWaiting();
  }

  private Asking asking() {
    return asking(PATIENCE);
  }

  private Asking asking(Duration patience) {
    return new Asking(live, null, System.nanoTime() + patience.toNanos());
  }

  private Resolver resolver(Caret caret) {
    return new Resolver(variables, types, caret, asking());
  }

  private Stream<Suggestion> groovy(Caret caret) {
    Resolver resolver = resolver(caret);
    Strings strings = new Strings(caret, resolver);
    if (caret.inString()) {
      return strings.all();
    }
    if (caret.isBehindDot()) {
      Optional<Known> receiver = caret.receiver().flatMap(resolver::of);
      return receiver
          .flatMap(known -> caret.isSpread() ? known.element() : Optional.of(known))
          .stream()
          .flatMap(known -> members(known, caret.word()));
    }
    Optional<Known> indexed = strings.indexed();
    return indexed.isPresent()
        ? strings.keys(indexed.get()).map(Completion::quoted)
        : argumentsOrNames(caret, resolver);
  }

  /** Where nothing is typed of a name, options are offered by themselves. */
  private Stream<Suggestion> argumentsOrNames(Caret caret, Resolver resolver) {
    List<Suggestion> arguments = arguments(caret, resolver).toList();
    boolean alone = !arguments.isEmpty() && caret.word().isEmpty();
    return alone ? arguments.stream() : Stream.concat(arguments.stream(), names(resolver));
  }

  private static Suggestion quoted(Suggestion name) {
    return name.withText(Quoting.quoted(name.text()));
  }

  private Stream<Suggestion> arguments(Caret caret, Resolver resolver) {
    return Spot.of(caret).stream()
        .flatMap(
            spot ->
                resolver.of(spot.callee().receiver()).stream()
                    .map(receiver -> new Offers(spot, receiver)))
        .flatMap(
            offers ->
                Stream.concat(
                    offers.isFlag() ? offers.values() : offers.values().map(Completion::quoted),
                    offers.names()));
  }

  private Stream<Suggestion> names(Resolver resolver) {
    Stream<Suggestion> it =
        resolver.hasIt() ? Stream.of(new Suggestion("it", Groups.VARIABLES, "")) : Stream.of();
    Stream<Suggestion> named =
        variables.names().stream()
            .map(
                name ->
                    new Suggestion(
                        name,
                        Groups.VARIABLES,
                        resolver
                            .named(name)
                            .map(Known::rawType)
                            .map(Class::getSimpleName)
                            .orElse("")));
    return Stream.concat(it, named);
  }

  private static Stream<Suggestion> members(Known known, String word) {
    if (known.rawType() == Api.class) {
      return Stream.concat(ApiOffers.operations(), Members.of(known.rawType(), word));
    }
    boolean json = known instanceof Document || startsWithCapital(word);
    Stream<Suggestion> keys =
        json
            ? known.keys().sorted().map(key -> new Suggestion(Quoting.ifOdd(key), "keys", ""))
            : Stream.of();
    Stream<Suggestion> names =
        Strings.names(known).map(it -> it.withText(Quoting.ifOdd(it.text())));
    Stream<Suggestion> methods =
        json && word.isEmpty() ? Stream.of() : Members.of(known.rawType(), word);
    return Stream.of(names, keys, methods).flatMap(all -> all);
  }

  /** The daemon's own fields begin with one. */
  private static boolean startsWithCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.charAt(0));
  }

  /** A key of a label may have anything in it. */
  private static boolean isTyped(Suggestion suggestion) {
    return suggestion.text().chars().noneMatch(Character::isISOControl);
  }

  /** As it has to be typed where the caret is: with the end of a string, nothing twice. */
  private static Suggestion fitted(Suggestion suggestion, Caret caret, String rest) {
    String text = suggestion.text();
    if (caret.inString()) {
      String quote = caret.quote();
      text = Quoting.within(quote, text);
      boolean goesOn = text.endsWith("/") || rest.startsWith(quote);
      return suggestion.withText(goesOn ? text : text + quote);
    }
    boolean twice = text.endsWith("(") && rest.startsWith("(");
    return twice ? suggestion.withText(text.substring(0, text.length() - 1)) : suggestion;
  }
}
