package dev.gantry.shell.completion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The expression before the caret, as far as completion understands it: names, calls and indices
 * joined by dots.
 *
 * @param steps what stands left of the last dot, from left to right; empty where there is no dot
 * @param word the beginning of the name at the caret
 */
public record Chain(List<Step> steps, String word) {

  enum Kind {
    NAME,
    CALL,
    INDEX
  }

  /**
   * One link.
   *
   * @param text the name, or what stands between the brackets of an index
   */
  record Step(Kind kind, String text) {}

  /** Nothing where the receiver is of a form that is not understood. */
  static Optional<Chain> before(String text) {
    int wordStart = startOfName(text, text.length());
    String word = text.substring(wordStart);
    int end = dotBefore(text, wordStart);
    return end < 0 ? Optional.of(new Chain(List.of(), word)) : steps(text, end, word);
  }

  private static Optional<Chain> steps(String text, int end, String word) {
    List<Step> steps = new ArrayList<>();
    int at = end;
    while (at >= 0) {
      Optional<Integer> before = link(text, at, steps);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      at = dotBefore(text, before.get());
    }
    Collections.reverse(steps);
    return Optional.of(new Chain(List.copyOf(steps), word));
  }

  /** Takes the link that ends at a place: a name with its brackets. Gives where it starts. */
  private static Optional<Integer> link(String text, int end, List<Step> steps) {
    int at = end;
    boolean called = false;
    while (at > 0 && (text.charAt(at - 1) == ')' || text.charAt(at - 1) == ']')) {
      int open = Brackets.opening(text, at - 1);
      if (open < 0) {
        return Optional.empty();
      }
      if (text.charAt(open) == '[') {
        steps.add(new Step(Kind.INDEX, text.substring(open + 1, at - 1)));
      }
      called = text.charAt(open) == '(';
      at = open;
    }
    int start = startOfName(text, at);
    if (start == at) {
      return Optional.empty();
    }
    steps.add(new Step(called ? Kind.CALL : Kind.NAME, text.substring(start, at)));
    return Optional.of(start);
  }

  /** Where the receiver ends when a dot stands before a place, or -1. */
  private static int dotBefore(String text, int at) {
    if (at == 0 || text.charAt(at - 1) != '.') {
      return -1;
    }
    boolean special = at > 1 && "?*".indexOf(text.charAt(at - 2)) >= 0;
    return special ? at - 2 : at - 1;
  }

  private static int startOfName(String text, int end) {
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
