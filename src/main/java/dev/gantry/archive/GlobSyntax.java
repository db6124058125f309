package dev.gantry.archive;

/**
 * Whether a pattern is one to Go's {@code filepath.Match} (Go 1.25): a class has its end and at
 * least one member, and nothing ends with a backslash.
 */
final class GlobSyntax {
  private final String pattern;
  private int next;

  private GlobSyntax(String pattern) {
    this.pattern = pattern;
  }

  static boolean isValid(String pattern) {
    return new GlobSyntax(pattern).isValid();
  }

  private boolean isValid() {
    while (!atEnd()) {
      char ch = pattern.charAt(next++);
      boolean well = ch == '[' ? readClass() : ch != '\\' || readOne();
      if (!well) {
        return false;
      }
    }
    return true;
  }

  private boolean readClass() {
    if (sees('^')) {
      next++;
    }
    for (boolean first = true; first || !sees(']'); first = false) {
      if (!readRange()) {
        return false;
      }
    }
    next++;
    return true;
  }

  private boolean readRange() {
    if (!readMember()) {
      return false;
    }
    if (!sees('-')) {
      return true;
    }
    next++;
    return readMember();
  }

  /** Something has to follow it: at least the end of the class. */
  private boolean readMember() {
    if (sees('-') || sees(']')) {
      return false;
    }
    if (sees('\\')) {
      next++;
    }
    return readOne() && !atEnd();
  }

  private boolean readOne() {
    if (atEnd()) {
      return false;
    }
    next += Character.charCount(pattern.codePointAt(next));
    return true;
  }

  private boolean sees(char ch) {
    return !atEnd() && pattern.charAt(next) == ch;
  }

  private boolean atEnd() {
    return next >= pattern.length();
  }
}
