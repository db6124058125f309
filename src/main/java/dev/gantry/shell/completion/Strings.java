package dev.gantry.shell.completion;

import dev.gantry.dsl.Docker;
import dev.gantry.dsl.FileHolder;
import dev.gantry.dsl.Resource;
import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What may stand in a string, by where it is: names, keys, values, paths. */
final class Strings {
  private static final Set<String> RAW = Set.of("get", "post", "put", "delete", "head");

  /** Calls that are no verbs of an engine's, and want a file of this machine first. */
  private static final Pattern FILE =
      Pattern.compile("(\\bnew\\s+File|\\bPath\\.of|\\bjson\\.read|\\.save)\\s*\\(\\s*$");

  private final Caret caret;
  private final Resolver resolver;

  Strings(Caret caret, Resolver resolver) {
    this.caret = caret;
    this.resolver = resolver;
  }

  Stream<Suggestion> all() {
    Optional<Known> indexed = indexed();
    if (indexed.isPresent()) {
      return keys(indexed.get());
    }
    Optional<Spot> spot = Spot.of(caret);
    Stream<Suggestion> found =
        spot.stream()
            .flatMap(
                at -> resolver.of(at.callee().receiver()).stream().flatMap(it -> argument(at, it)));
    List<Suggestion> offered = found.toList();
    String before = caret.text().substring(0, caret.valueStart());
    boolean file =
        offered.isEmpty() && (HostFiles.isPath(caret.word()) || FILE.matcher(before).find());
    return file ? HostFiles.of(caret.word()) : offered.stream();
  }

  /** What the string picks from, where it is an index. */
  Optional<Known> indexed() {
    List<Scan.Open> brackets = caret.brackets();
    if (brackets.isEmpty()) {
      return Optional.empty();
    }
    Scan.Open last = brackets.get(brackets.size() - 1);
    boolean first = caret.text().substring(last.start(), caret.valueStart()).isBlank();
    return first && caret.isIndex(last)
        ? caret.chainTo(last.at()).flatMap(resolver::of)
        : Optional.empty();
  }

  /** What a thing has by name. */
  Stream<Suggestion> keys(Known known) {
    if (known instanceof Typed typed && FileHolder.class.isAssignableFrom(typed.rawType())) {
      return caret.word().startsWith("/") || caret.word().isEmpty() ? paths(typed) : keysOf(typed);
    }
    return Stream.concat(names(known), keysOf(known));
  }

  private static Stream<Suggestion> keysOf(Known known) {
    return known.keys().map(key -> new Suggestion(key, "keys", ""));
  }

  /** The names in a collection of the engine's. */
  static Stream<Suggestion> names(Known known) {
    return known instanceof Typed typed
        ? Verbs.of(typed.rawType(), "get").map(Verb::arguments).stream()
            .flatMap(arguments -> arguments.get(0).words().stream())
            .flatMap(new LiveNames(typed.where().asking())::of)
        : Stream.of();
  }

  private Stream<Suggestion> argument(Spot spot, Known receiver) {
    String called = spot.callee().last().text();
    if (receiver.rawType() == Docker.class && RAW.contains(called) && spot.path().isEmpty()) {
      return ApiOffers.paths(called);
    }
    if (called.equals("at") && spot.index() == 0) {
      return Pointers.in(data(receiver), caret.word());
    }
    if (called.equals("table")) {
      return data(receiver).element().stream().flatMap(Strings::keysOf);
    }
    Offers offers = new Offers(spot, receiver);
    Stream<Suggestion> paths =
        offers.takesPaths() && receiver instanceof Typed typed ? paths(typed) : Stream.of();
    Stream<Suggestion> files = offers.takesFiles() ? HostFiles.of(caret.word()) : Stream.of();
    return Stream.of(offers.isFlag() ? Stream.<Suggestion>of() : offers.values(), paths, files)
        .flatMap(it -> it);
  }

  /** A thing stands for its JSON. */
  private static Known data(Known known) {
    boolean thing = Resource.class.isAssignableFrom(known.rawType());
    return thing ? known.then(new Chain.Step(Chain.Kind.NAME, "attrs")).orElse(known) : known;
  }

  /** The paths in a container, by the folder that the string names so far. */
  private Stream<Suggestion> paths(Typed container) {
    String word = caret.word().isEmpty() ? "/" : caret.word();
    String folder = word.substring(0, word.lastIndexOf('/') + 1);
    Typed.Place place = container.where();
    if (!word.startsWith("/") || place.handle().isEmpty()) {
      return Stream.of();
    }
    Map<?, ?> names = place.asking().folder(place.handle(), folder);
    return names.entrySet().stream()
        .map(entry -> entry.getKey() + (Boolean.TRUE.equals(entry.getValue()) ? "/" : ""))
        .map(name -> new Suggestion(folder + name, "in the container", "").shownAs(name));
  }
}
