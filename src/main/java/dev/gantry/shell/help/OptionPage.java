package dev.gantry.shell.help;

import dev.gantry.dsl.Verb;
import dev.gantry.dsl.VerbOption;
import dev.gantry.dsl.Verbs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page of an option: which verbs have it, and what it takes. */
final class OptionPage {
  private OptionPage() {}

  /** By its name, an alias, or the flag of the Docker CLI. */
  static Optional<Page> of(String name) {
    String wanted = name.startsWith("-") ? name : name.replaceFirst(":$", "");
    List<List<String>> rows = new ArrayList<>();
    Verbs.all().forEach(verb -> add(rows, verb, wanted));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page().line("Options named " + wanted).rows(2, rows));
  }

  private static void add(List<List<String>> rows, Verb verb, String wanted) {
    verb.options().stream()
        .filter(it -> it.isFlag(wanted) || has(it, wanted))
        .forEach(it -> rows.add(List.of(verb.path(), it.name(), text(it))));
  }

  private static boolean has(VerbOption option, String name) {
    return option.name().equals(name) || option.aliases().contains(name);
  }

  /** The whole truth on one option of a verb: {@code ?docker.run.restart}. */
  static Page of(Verb verb, VerbOption option) {
    Page page =
        new Page()
            .line(verb.path() + "(" + option.name() + ": …)")
            .text(2, option.summary() + ".")
            .row("takes", option.takes());
    if (!option.aliases().isEmpty()) {
      page.row("also", String.join(", ", option.aliases()));
    }
    option
        .filters()
        .forEach(
            key -> page.rows(4, List.of(List.of(key.name(), Filters.values(key), key.summary()))));
    return page.row("more", VerbPage.text(option));
  }

  private static String text(VerbOption option) {
    return VerbPage.text(option) + " Takes " + option.takes() + ".";
  }
}
