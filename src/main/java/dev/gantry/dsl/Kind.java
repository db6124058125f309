package dev.gantry.dsl;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kinds of things differ in, as far as reading them goes.
 *
 * @param inspect the operation that gives the full JSON
 * @param parameter its parameter for the thing, and that of every other operation on it
 * @param schema the schema of the full JSON, to tell since when a field is gone
 * @param rowKeys the keys of a row that mean the same in the full JSON, or are in the row alone
 */
record Kind(String inspect, String parameter, String schema, Set<String> rowKeys) {

  /** What its options are for, as {@code verbs.tsv} and messages say: {@code network inspect}. */
  String inspectVerb() {
    return inspect.replace("Inspect", " inspect").toLowerCase(Locale.ROOT);
  }

  /** The full JSON of one thing, asked for now. */
  Map<String, @Nullable Object> inspect(Docker docker, String nameOrId) {
    return Rows.map(docker.ask(inspect, Map.of(parameter, nameOrId)));
  }
}
