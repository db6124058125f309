package dev.gantry.shell.help;

import dev.gantry.dsl.Verb;
import java.util.List;

/** An example for every verb: {@code examples.tsv}. A test runs them. */
final class Examples {
  private static final class Lazy {
    static final List<Example> ALL = Tables.rows("examples.tsv").stream().map(Example::of).toList();
  }

  private Examples() {}

  static List<Example> all() {
    return Lazy.ALL;
  }

  /** The example of a verb. */
  static String of(Verb verb) {
    return all().stream()
        .filter(it -> it.receiver().equals(verb.receiver()) && it.verb().equals(verb.name()))
        .map(Example::line)
        .findFirst()
        .orElse("");
  }

  /**
   * A line to type.
   *
   * @param since the first API version that it runs on; empty for all
   * @param untested why no test runs it; empty for one that is run
   */
  record Example(String receiver, String verb, String line, String since, String untested) {
    private static Example of(String[] cells) {
      return new Example(cells[0], cells[1], cells[2], cells[3], cells[4]);
    }
  }
}
