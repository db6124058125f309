package dev.gantry.shell.completion;

import dev.gantry.shell.completion.Chain.Kind;
import dev.gantry.shell.completion.Chain.Step;
import java.util.List;

/** Takes one link of a chain from its end: a name with its brackets, or a literal. */
final class Link {
  private final String text;
  private final Scan scan;
  private final int end;
  private final boolean spread;
  private int start;
  private String arguments = "";
  private boolean called;

  /**
   * @param end where it ends
   * @param spread whether the link behind it is asked of each of its elements
   */
  Link(String text, Scan scan, int end, boolean spread) {
    this.text = text;
    this.scan = scan;
    this.end = end;
    this.spread = spread;
    this.start = end;
  }

  /** Adds its steps, the last one first. False where it is none that is understood. */
  boolean takeInto(List<Step> steps) {
    if (spread) {
      steps.add(new Step(Kind.INDEX, "0", "", true));
    }
    int at = end;
    while (at > 0 && ")]}".indexOf(text.charAt(at - 1)) >= 0) {
      int open = scan.opening(at - 1);
      if (open < 0) {
        return false;
      }
      String within = text.substring(open + 1, at - 1);
      if (text.charAt(open) == '[') {
        if (Chain.startOfName(text, open) == open && !endsOperand(open)) {
          return literal(steps, open);
        }
        steps.add(new Step(Kind.INDEX, within));
      } else {
        arguments = within + (called ? ", " + arguments : "");
        called = true;
      }
      at = text.charAt(open) == '{' ? Chain.skipBlanks(text, open) : open;
    }
    return name(steps, at);
  }

  private boolean name(List<Step> steps, int at) {
    start = Chain.startOfName(text, at);
    if (start == at) {
      boolean string = at > 0 && scan.opening(at - 1) >= 0 && !called;
      return string && literal(steps, scan.opening(at - 1));
    }
    steps.add(
        new Step(called ? Kind.CALL : Kind.NAME, text.substring(start, at), arguments, false));
    return true;
  }

  private boolean literal(List<Step> steps, int open) {
    start = open;
    steps.add(new Step(Kind.LITERAL, text.substring(open, end)));
    return true;
  }

  private boolean endsOperand(int at) {
    return at > 0 && ")]}'\"".indexOf(text.charAt(at - 1)) >= 0;
  }

  /** Where the link before it ends; -1 where it is the first. */
  int dot() {
    return Chain.dotBefore(text, start);
  }

  /** Whether a {@code *.} stands before it. */
  boolean isSpread() {
    int dot = Chain.skipBlanks(text, start) - 1;
    return dot > 0 && text.charAt(dot) == '.' && text.charAt(dot - 1) == '*';
  }
}
