package dev.gantry.shell.completion;

import dev.gantry.dsl.Api;
import dev.gantry.dsl.Verb;
import dev.gantry.dsl.VerbOption;
import dev.gantry.dsl.Verbs;
import dev.gantry.dsl.options.ValueTable.FilterKey;
import dev.gantry.engine.Catalogue;
import dev.gantry.engine.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may stand among the arguments of a verb: names of options, keys, values. */
final class Offers {
  private static final int MANY = 40;

  private static final Set<String> USUAL =
      Set.of(
          "name",
          "detach",
          "rm",
          "env",
          "envFile",
          "ports",
          "publish",
          "volumes",
          "mounts",
          "network",
          "restart",
          "labels",
          "user",
          "workdir",
          "entrypoint",
          "command",
          "interactive",
          "tty",
          "memory",
          "cpus",
          "replicas",
          "pull",
          "image");

  private final Spot spot;
  private final Known receiver;
  private final Asking asking;

  /**
   * @param receiver of the call that the spot is in
   */
  Offers(Spot spot, Known receiver) {
    this.spot = spot;
    this.receiver = receiver;
    this.asking = receiver instanceof Typed typed ? typed.where().asking() : Offers.none(receiver);
  }

  private static Asking none(Known receiver) {
    return ((Document) receiver).asking();
  }

  /** Names of options or parameters, or keys of a map; ready to be typed behind. */
  Stream<Suggestion> names() {
    if (!spot.atName()) {
      return Stream.of();
    }
    String ending = spot.closure() && spot.path().isEmpty() ? " = " : ": ";
    return keys()
        .filter(it -> !spot.given().contains(it.text()) && !isImageAgain(it.text()))
        .map(it -> it.withText(asKey(it.text()) + ending));
  }

  /** The image has a name only where it is no argument of its own. */
  private boolean isImageAgain(String name) {
    boolean argument = spot.closure() || spot.index() > spot.given().size();
    return argument
        && name.equals(VerbOption.IMAGE.name())
        && verb().filter(verb -> verb.options().contains(VerbOption.IMAGE)).isPresent();
  }

  private static String asKey(String name) {
    return name.matches("\\w+") ? name : "'" + name + "'";
  }

  private Stream<Suggestion> keys() {
    if (receiver.rawType() == Api.class) {
      return new ApiOffers(spot).names();
    }
    List<String> path = spot.path();
    if (path.isEmpty()) {
      return verb().stream().flatMap(Offers::options);
    }
    if (path.get(0).equals("body")) {
      return body().stream().flatMap(schema -> ApiOffers.fields(schema, path));
    }
    return path.size() > 1 ? Stream.of() : filters().map(Offers::filter);
  }

  private Optional<String> body() {
    return verb().stream()
        .flatMap(verb -> verb.operations().stream())
        .map(id -> Catalogue.shipped().operation(id).body())
        .filter(body -> !body.isEmpty())
        .findFirst();
  }

  /** Where there are many, the usual ones have a heading of their own. */
  private static Stream<Suggestion> options(Verb verb) {
    boolean many = verb.options().size() > MANY;
    return verb.options().stream()
        .map(
            it ->
                new Suggestion(
                    it.name(),
                    many && USUAL.contains(it.name()) ? Groups.USUAL_OPTIONS : Groups.OPTIONS,
                    about(it)));
  }

  private static String about(VerbOption option) {
    String facts =
        Stream.of(
                option.type(),
                option.standard().isEmpty() ? "" : "default " + option.standard(),
                option.since().map(version -> "since " + version).orElse(""),
                option.until().map(version -> "until " + version).orElse(""))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(", "));
    return facts + ": " + option.summary();
  }

  private static Suggestion filter(FilterKey key) {
    return new Suggestion(key.name(), "filters", key.summary());
  }

  /** What the value may be; words without their quotes. */
  Stream<Suggestion> values() {
    if (receiver.rawType() == Api.class) {
      return new ApiOffers(spot).values().flatMap(this::named);
    }
    List<String> path = spot.path();
    List<String> words =
        switch (path.size()) {
          case 0 -> argument();
          case 1 -> option().map(VerbOption::words).orElse(List.of());
          case 2 ->
              filters()
                  .filter(key -> key.name().equals(path.get(1)))
                  .findFirst()
                  .map(FilterKey::words)
                  .orElse(List.of());
          default -> List.of();
        };
    return words.stream().flatMap(this::named);
  }

  private Stream<Suggestion> named(String word) {
    return new LiveNames(asking).of(word);
  }

  /** Whether the value is a word of Groovy's, and takes no quotes. */
  boolean isFlag() {
    return spot.path().size() == 1
        && option().filter(option -> option.type().equals("flag")).isPresent();
  }

  /** Whether the value names files of this machine. */
  boolean takesFiles() {
    return takes("@files");
  }

  /** Whether the value is a path in the container that is called. */
  boolean takesPaths() {
    return takes("@paths");
  }

  private boolean takes(String source) {
    return spot.path().isEmpty()
        ? argument().contains(source)
        : spot.path().size() == 1
            && option().filter(option -> option.words().contains(source)).isPresent();
  }

  private List<String> argument() {
    List<Verb.Argument> arguments = verb().map(Verb::arguments).orElse(List.of());
    boolean several =
        !arguments.isEmpty() && arguments.get(arguments.size() - 1).name().endsWith("…");
    int index = several ? Math.min(spot.index(), arguments.size() - 1) : spot.index();
    return index < arguments.size() && !spot.closure() ? arguments.get(index).words() : List.of();
  }

  /** The option that the path begins with. */
  Optional<VerbOption> option() {
    return spot.path().isEmpty()
        ? Optional.empty()
        : verb().flatMap(verb -> verb.option(spot.path().get(0)));
  }

  private Stream<FilterKey> filters() {
    return option().stream().flatMap(option -> option.filters().stream());
  }

  /** The verb that is called. */
  Optional<Verb> verb() {
    return Verbs.of(receiver.rawType(), spot.callee().last().text());
  }

  /** The operation that is called by its id. */
  Optional<Operation> operation() {
    return receiver.rawType() == Api.class ? new ApiOffers(spot).operation() : Optional.empty();
  }
}
