package dev.gantry.dsl.options;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words that values may be, beside what the option tables say: {@code values.tsv} for options,
 * {@code filters.tsv} for the keys of {@code filters}.
 *
 * <p>For help and completion alone: nothing is refused by it, for engines know drivers and filters
 * that nobody has heard of. A word that begins with an at sign stands for the names that an engine
 * has, or this machine: {@code @networks}, {@code @files}.
 */
public final class ValueTable {
  private static final class Lazy {
    static final List<String[]> VALUES = cells("values");
    static final List<String[]> FILTERS = cells("filters");
  }

  private ValueTable() {}

  private static List<String[]> cells(String table) {
    return OptionTable.rows(table).stream().map(row -> row.split("\t", -1)).toList();
  }

  /**
   * The words for an option.
   *
   * @param verb as tables name it: {@code network create}
   */
  public static List<String> words(String verb, Option option) {
    List<String> words = row(verb, option).map(cells -> words(cells[2])).orElse(List.of());
    return words.isEmpty() && isFlag(option) ? List.of("true", "false") : words;
  }

  /** What an option is unless given, in words; empty where nobody knows, or nothing is sent. */
  public static String standard(String verb, Option option) {
    return row(verb, option).map(cells -> cells[3]).orElse(isFlag(option) ? "false" : "");
  }

  private static boolean isFlag(Option option) {
    return option.type().equals("flag");
  }

  /** The row of the verb's own before that of any. Words for texts are none for a flag. */
  private static Optional<String[]> row(String verb, Option option) {
    return Stream.of(verb, "*")
        .flatMap(
            by ->
                Lazy.VALUES.stream()
                    .filter(cells -> cells[0].equals(by) && cells[1].equals(option.name())))
        .filter(cells -> isFlag(option) == cells[2].startsWith("true"))
        .findFirst();
  }

  /** The keys that {@code filters} of a verb has; none for a verb without filters. */
  public static List<FilterKey> filters(String verb) {
    return Lazy.FILTERS.stream()
        .filter(cells -> cells[0].equals(verb))
        .map(cells -> new FilterKey(cells[1], words(cells[2]), cells[3]))
        .toList();
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(" ", -1));
  }

  /**
   * A key of {@code filters}.
   *
   * @param words what its value may be, some of it
   * @param summary a few words on what it finds
   */
  public record FilterKey(String name, List<String> words, String summary) {}
}
