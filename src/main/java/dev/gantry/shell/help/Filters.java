package dev.gantry.shell.help;

import dev.gantry.dsl.Verb;
import dev.gantry.dsl.VerbOption;
import dev.gantry.dsl.Verbs;
import dev.gantry.dsl.options.ValueTable.FilterKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The topic {@code filters}: the keys that each listing knows. */
final class Filters {
  private Filters() {}

  static Page page() {
    Page page =
        new Page()
            .line("docker.ps(filters: [status: 'exited', label: 'tier=web'])")
            .text(2, "filters is a map: key: value, or key: ['one', 'another'] for either of them.")
            .text(2, "The daemon filters; what it cannot, Groovy can:")
            .line("    docker.ps().findAll { it.name.startsWith('web') }");
    Map<List<FilterKey>, String> seen = new LinkedHashMap<>();
    for (Verb verb : Verbs.all()) {
      verb.options().stream()
          .filter(it -> !it.filters().isEmpty())
          .map(VerbOption::filters)
          .forEach(keys -> seen.merge(keys, verb.path(), (one, other) -> one + ", " + other));
    }
    seen.forEach(
        (keys, verbs) -> page.text(0, verbs).rows(4, keys.stream().map(Filters::row).toList()));
    return page;
  }

  private static List<String> row(FilterKey key) {
    String values = values(key);
    return List.of(key.name(), key.summary() + (values.isEmpty() ? "" : ": " + values));
  }

  static String values(FilterKey key) {
    return key.words().stream()
        .map(word -> word.startsWith("@") ? word.replace("@", "the ").replace('-', ' ') : word)
        .collect(Collectors.joining(", "));
  }
}
