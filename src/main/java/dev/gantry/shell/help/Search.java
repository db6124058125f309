package dev.gantry.shell.help;

import dev.gantry.DidYouMean;
import dev.gantry.dsl.Verbs;
import dev.gantry.engine.Field;
import dev.gantry.engine.Schemas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code /find}: searches verbs, options, operations and fields, without an engine. */
public final class Search {
  private static final int SHOWN = 20;

  /** Where two are as near: what is used daily first. */
  private static final List<String> KINDS = List.of("verb", "option", "operation", "field");

  private static final class Lazy {
    static final Set<Finding> ALL = collect();
  }

  private Search() {}

  /** The best of what has all the words, with counts; or what was probably meant. */
  public static Page find(String words) {
    String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1);
    Map<Finding, Integer> found = new LinkedHashMap<>();
    Lazy.ALL.forEach(
        it -> {
          int rank = rank(it, wanted);
          if (rank >= 0) {
            found.put(it, rank);
          }
        });
    return found.isEmpty() ? nothing(words) : page(words, found);
  }

  private static int rank(Finding finding, String[] wanted) {
    int sum = 0;
    for (String word : wanted) {
      int rank = finding.rank(word);
      if (rank < 0) {
        return -1;
      }
      sum += rank;
    }
    return sum;
  }

  private static Page page(String words, Map<Finding, Integer> found) {
    List<List<String>> rows =
        found.keySet().stream()
            .sorted(
                Comparator.<Finding>comparingInt(found::get)
                    .thenComparingInt(it -> KINDS.indexOf(it.kind())))
            .limit(SHOWN)
            .map(it -> List.of(it.kind(), it.name(), it.text()))
            .toList();
    Page page = new Page().line(counts(words, found)).rows(2, rows);
    return found.size() > SHOWN
        ? page.line("… and " + (found.size() - SHOWN) + " more: add a word")
        : page;
  }

  private static String counts(String words, Map<Finding, Integer> found) {
    List<String> counts = new ArrayList<>();
    for (String kind : KINDS) {
      long count = found.keySet().stream().filter(it -> it.kind().equals(kind)).count();
      if (count > 0) {
        counts.add(count + " " + kind + (count == 1 ? "" : "s"));
      }
    }
    return "'" + words + "' is in " + String.join(", ", counts) + ":";
  }

  private static Page nothing(String words) {
    Set<String> known = new TreeSet<>();
    Lazy.ALL.forEach(it -> known.add(it.word()));
    return new Page().line("nothing has '" + words + "'" + DidYouMean.hint(words, known));
  }

  private static Set<Finding> collect() {
    Set<Finding> all = new LinkedHashSet<>();
    Verbs.all()
        .forEach(
            verb -> {
              String same = verb.command().isEmpty() ? "" : " (" + verb.command() + ")";
              all.add(new Finding("verb", verb.path(), verb.name(), verb.summary() + same));
              verb.options()
                  .forEach(
                      it ->
                          all.add(
                              new Finding(
                                  "option",
                                  verb.path() + "(" + it.name() + ":)",
                                  it.name(),
                                  it.summary()
                                      + (it.flag().isEmpty() ? "" : " (" + it.flag() + ")"))));
            });
    ApiPage.operations()
        .forEach(
            it ->
                all.add(
                    new Finding(
                        "operation",
                        it.id(),
                        it.id(),
                        it.does() + " (" + it.method() + " " + it.path() + ")")));
    Schemas.names().stream().sorted().forEach(name -> fields(name, all));
    return all;
  }

  private static void fields(String schema, Set<Finding> all) {
    for (Field it : Schemas.named(schema).all()) {
      all.add(new Finding("field", schema + "." + it.name(), it.name(), it.type()));
    }
  }
}
