package dev.gantry.shell.completion;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of the suggestions goes with the letters typed so far: those that begin with them; where
 * there is none, by the capitals of their words; those that begin so in any case; or have a word
 * within that does. Nothing is offered that merely resembles them.
 */
final class Matching {
  private Matching() {}

  static List<Suggestion> of(String word, Stream<Suggestion> suggestions) {
    return of(word, suggestions, Suggestion::text);
  }

  static <T> List<T> of(String word, Stream<T> suggestions, Function<T, String> named) {
    List<T> all = suggestions.toList();
    String small = word.toLowerCase(Locale.ROOT);
    List<Predicate<String>> ways =
        List.of(
            text -> text.startsWith(word),
            text -> isCamel(word, text),
            text -> text.toLowerCase(Locale.ROOT).startsWith(small),
            text -> word.length() > 1 && hasWord(small, text));
    return ways.stream()
        .map(way -> all.stream().filter(it -> way.test(bare(named.apply(it)))).distinct().toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Whether one of the words in a name begins so: {@code app} in {@code my-app}. */
  private static boolean hasWord(String small, String text) {
    String all = text.toLowerCase(Locale.ROOT);
    for (int at = all.indexOf(small); at > 0; at = all.indexOf(small, at + 1)) {
      boolean capital = Character.isUpperCase(text.charAt(at));
      if (capital || !Character.isLetterOrDigit(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Without the quote that stands for no letter of the name. */
  private static String bare(String text) {
    return text.startsWith("'") ? text.substring(1) : text;
  }

  /** {@code cA} or {@code caA} for {@code capAdd}. */
  static boolean isCamel(String word, String text) {
    int at = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean next = at < text.length() && text.charAt(at) == c;
      if (!next && (i == 0 || !Character.isUpperCase(c))) {
        return false;
      }
      at = next ? at : text.indexOf(c, at);
      if (at < 0) {
        return false;
      }
      at++;
    }
    return !word.isEmpty();
  }
}
