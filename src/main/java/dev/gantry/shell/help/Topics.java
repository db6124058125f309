package dev.gantry.shell.help;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is explained beside the verbs: a text in {@code topics}, or a page made of tables. */
final class Topics {
  private static final Map<String, Supplier<Page>> ALL = new LinkedHashMap<>();

  static {
    for (String name :
        new String[] {
          "groovy", "docker", "names", "printing", "streams", "editing", "keys", "jobs", "errors"
        }) {
      ALL.put(name, () -> text(name));
    }
    ALL.put("filters", Filters::page);
    ALL.put("settings", SettingsPage::page);
  }

  private Topics() {}

  static Set<String> names() {
    return ALL.keySet();
  }

  static Optional<Page> named(String name) {
    return Optional.ofNullable(ALL.get(name)).map(Supplier::get);
  }

  static Page text(String name) {
    Page page = new Page();
    Tables.text("topics/" + name + ".txt").lines().forEach(page::line);
    return page;
  }
}
