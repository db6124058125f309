package dev.gantry.dsl.options;

import java.util.LinkedHashMap;
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
 */
public record VerbOptions(
    Map<String, @Nullable Object> query,
    Map<String, @Nullable Object> body,
    Map<String, Object> client) {
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
    VerbOptions options =
        new VerbOptions(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    OptionTable table = table(verb);
    Map<String, Object> read = table.check(verb, given, where);
    read.forEach((name, value) -> options.put(table.find(verb, name), value));
    if (read.get("body") instanceof Map<?, ?> rest) {
      Trees.override(options.body, rest);
    }
    return options;
  }

  private void put(Option option, Object value) {
    if (option.isQuery()) {
      query.put(option.target().substring(1), value);
    } else if (option.isClientSide()) {
      client.put(option.name(), value);
    } else if (!option.isCombined()) {
      Trees.add(body, Trees.at(option.target(), value));
    }
  }

  /** Whether a flag that is not sent was set. */
  public boolean is(String flag) {
    return Boolean.TRUE.equals(client.get(flag));
  }
}
