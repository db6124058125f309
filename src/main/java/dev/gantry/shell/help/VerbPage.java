package dev.gantry.shell.help;

import dev.gantry.dsl.Verb;
import dev.gantry.dsl.VerbOption;
import dev.gantry.engine.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page of a verb: always in the same layout. */
final class VerbPage {
  private static final Map<Integer, String> MEANINGS =
      Map.of(
          400, "400 a value is wrong",
          401, "401 no right to",
          403, "403 not allowed",
          404, "404 no such thing",
          406, "406 not possible like that",
          409, "409 in the way: its state, or a name that is taken",
          500, "500 the daemon failed",
          503, "503 the engine is in no swarm, or is no manager");

  private VerbPage() {}

  static Page of(Verb verb) {
    Page page = new Page().line(verb.signature()).text(2, verb.summary() + ".");
    String example = Examples.of(verb);
    if (!example.isEmpty()) {
      page.row("example", example);
    }
    if (!verb.command().isEmpty()) {
      page.row("same as", verb.command());
    }
    if (!verb.operations().isEmpty()) {
      page.row("calls", String.join(", ", verb.operations())).row("errors", errors(verb));
    }
    if (!verb.options().isEmpty()) {
      page.row("options", howToGive(verb)).rows(4, rows(verb.options()));
    }
    return page;
  }

  private static String howToGive(Verb verb) {
    VerbOption first = verb.options().get(0);
    String value = first.type().equals("flag") ? "true" : "…";
    boolean closure = verb.arguments().isEmpty();
    return "%s: %s%s"
        .formatted(
            first.name(),
            value,
            closure ? ", or in a closure { " + first.name() + " = " + value + " }" : "");
  }

  private static List<List<String>> rows(List<VerbOption> options) {
    List<List<String>> rows = new ArrayList<>();
    options.forEach(it -> rows.add(List.of(it.name(), it.type(), text(it))));
    return rows;
  }

  /** What it does, and behind it what is good to know of its values. */
  static String text(VerbOption option) {
    List<String> more = new ArrayList<>();
    if (!option.words().isEmpty() && !option.type().equals("flag")) {
      more.add("one of " + words(option));
    }
    if (!option.standard().isEmpty()) {
      more.add("default " + option.standard());
    }
    Optional.of(option.filters())
        .filter(keys -> !keys.isEmpty())
        .ifPresent(
            keys ->
                more.add(
                    "keys " + keys.stream().map(it -> it.name()).collect(Collectors.joining(" "))));
    option.since().ifPresent(version -> more.add("since API " + version));
    option.until().ifPresent(version -> more.add("until API " + version));
    if (!option.flag().isEmpty()) {
      more.add(option.flag());
    }
    return option.summary() + (more.isEmpty() ? "" : " [" + String.join("; ", more) + "]");
  }

  private static String words(VerbOption option) {
    return option.words().stream()
        .map(word -> word.startsWith("@") ? "the " + word.substring(1) : word)
        .collect(Collectors.joining(", "));
  }

  /** By the answers that the definitions of its operations list. */
  private static String errors(Verb verb) {
    TreeSet<Integer> statuses = new TreeSet<>();
    verb.operations()
        .forEach(id -> statuses.addAll(Catalogue.shipped().operation(id).responses().keySet()));
    return statuses.stream()
        .filter(status -> status >= 400)
        .map(status -> MEANINGS.getOrDefault(status, status.toString()))
        .collect(Collectors.joining("; "));
  }
}
