package dev.gantry.dsl.options;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The options of a verb other than {@code run} and {@code create}, checked and read. The table
 * {@code verbs.tsv} has a row for each.
 *
 * @param query parameters of the operation
 * @param body fields of its body
 * @param client what is not sent, by its documented name
 * @param fields the fields of the body that options were given for, as dotted paths
 */
public record VerbOptions(
    Map<String, Object> query,
    Map<String, @Nullable Object> body,
    Map<String, Object> client,
    List<String> fields) {
  private static final Map<String, OptionTable> TABLES = new ConcurrentHashMap<>();

  private static final class Lazy {
    static final List<String> ROWS = OptionTable.rows("verbs");
  }

  /** The options that a verb has; none for a verb without a row. */
  public static OptionTable table(String verb) {
    return TABLES.computeIfAbsent(
        verb,
        name -> {
          String beginning = name + "\t";
          return OptionTable.of(
              Lazy.ROWS.stream()
                  .filter(row -> row.startsWith(beginning))
                  .map(row -> row.substring(beginning.length()))
                  .toList());
        });
  }

  /**
   * Checks named arguments and reads their values.
   *
   * @throws dev.gantry.UsageException an unknown option, one that the API version lacks, or a value
   *     of the wrong type
   */
  public static VerbOptions parse(
      String verb, Map<String, ? extends @Nullable Object> given, Surroundings where) {
    OptionTable table = table(verb);
    Map<String, Object> read = table.check(verb, given, where);
    OptionTable.Placed placed = table.place(read);
    if (read.get("body") instanceof Map<?, ?> rest) {
      Trees.override(placed.body(), rest);
    }
    return new VerbOptions(placed.query(), placed.body(), placed.client(), table.fields(read));
  }

  /**
   * Puts what was asked for in the place of what a specification says there: a map or a list that
   * an option gives stands for the whole. What the option {@code body} gives is merged.
   */
  public void replaceIn(Map<String, @Nullable Object> specification) {
    fields.forEach(field -> Trees.remove(specification, field));
    Trees.override(specification, body);
  }

  /** Whether a flag that is not sent was set. */
  public boolean is(String flag) {
    return Boolean.TRUE.equals(client.get(flag));
  }
}
