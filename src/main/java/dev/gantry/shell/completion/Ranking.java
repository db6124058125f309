package dev.gantry.shell.completion;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts first what was used lately, by the entries of the session. */
final class Ranking {
  private static final int LOOKED_AT = 200;
  private static final int BEFORE_ALL_ELSE = 1000;
  private static final Pattern WORD = Pattern.compile("[\\w$][\\w$.:/-]*");

  private final List<String> recent;

  /**
   * @param history entries, oldest first
   */
  Ranking(List<String> history) {
    recent = history.subList(Math.max(0, history.size() - LOOKED_AT), history.size());
  }

  /** Names of the engine's: what is ranked first stays so, then by when it was last used. */
  List<Suggestion> of(List<Suggestion> suggestions) {
    return suggestions.stream()
        .map(it -> it.ranked(rank(it)))
        .sorted(Comparator.comparing(Suggestion::rank).thenComparing(Suggestion::text))
        .toList();
  }

  private int rank(Suggestion suggestion) {
    boolean live = LiveNames.GROUPS.contains(suggestion.group());
    return live
        ? suggestion.rank() * (LOOKED_AT + 1) + age(suggestion) - BEFORE_ALL_ELSE
        : suggestion.rank();
  }

  private int age(Suggestion suggestion) {
    String name = suggestion.text().replaceAll("^'|'$", "");
    for (int i = recent.size() - 1; i >= 0; i--) {
      if (recent.get(i).contains(name)) {
        return recent.size() - 1 - i;
      }
    }
    return LOOKED_AT;
  }

  /** Words of earlier entries that begin like the one at the caret, the latest first. */
  List<Suggestion> words(Caret caret, int shortest) {
    String word = caret.word();
    Set<String> words = new LinkedHashSet<>();
    for (int i = recent.size() - 1; word.length() >= shortest && i >= 0; i--) {
      Matcher found = WORD.matcher(recent.get(i));
      while (found.find()) {
        if (found.group().startsWith(word) && found.group().length() > word.length()) {
          words.add(found.group());
        }
      }
    }
    return caret.isBehindDot()
        ? List.of()
        : words.stream().map(it -> new Suggestion(it, "history", "")).toList();
  }
}
