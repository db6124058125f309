package dev.gantry.shell.completion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An expression as far as completion understands it: names, calls and indices joined by dots.
 *
 * @param steps from left to right; empty where there is nothing
 */
record Chain(List<Step> steps) {

  enum Kind {
    NAME,
    CALL,
    INDEX,
    LITERAL
  }

  /**
   * One link.
   *
   * @param text the name, what stands between the brackets of an index, or the whole literal
   * @param arguments what stands between the brackets of a call
   * @param spread whether it is asked of each element: {@code *.}
   */
  record Step(Kind kind, String text, String arguments, boolean spread) {
    Step(Kind kind, String text) {
      this(kind, text, "", false);
    }
  }

  /**
   * The expression that ends at a place.
   *
   * @param scan of the text, at least up to there
   * @return nothing where it is of a form that is not understood
   */
  static Optional<Chain> endingAt(String text, int end, Scan scan) {
    List<Step> steps = new ArrayList<>();
    int at = end;
    boolean spread = false;
    while (at >= 0) {
      Link link = new Link(text, scan, at, spread);
      if (!link.takeInto(steps)) {
        return Optional.empty();
      }
      at = link.dot();
      spread = link.isSpread();
    }
    Collections.reverse(steps);
    return Optional.of(new Chain(List.copyOf(steps)));
  }

  /** What it ends with: the method that is called, the name that is read. */
  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** All but the last. */
  Chain receiver() {
    return new Chain(steps.subList(0, steps.size() - 1));
  }

  /** Where the name starts that ends at a place. */
  static int startOfName(String text, int end) {
    int start = end;
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Where the receiver ends when a dot stands before a place, or -1. */
  static int dotBefore(String text, int at) {
    int dot = skipBlanks(text, at) - 1;
    if (dot < 0 || text.charAt(dot) != '.' || (dot > 0 && text.charAt(dot - 1) == '.')) {
      return -1;
    }
    boolean special = dot > 0 && "?*".indexOf(text.charAt(dot - 1)) >= 0;
    return skipBlanks(text, special ? dot - 1 : dot);
  }

  /** A call may go on in the next line, which then begins with the dot. */
  static int skipBlanks(String text, int at) {
    int start = at;
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
