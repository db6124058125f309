package dev.gantry.archive;

/**
 * A pattern of a {@code .dockerignore} as a regular expression of RE2.
 *
 * <p>Source: moby/patternmatcher v0.6.0, {@code Pattern.compile}. The simple forms have a meaning
 * of their own there, which is not always that of the expression.
 */
final class GlobTranslation {
  private static final String ESCAPED = ".+()|{}$";
  private static final int END = -1;

  /** How a pattern is compared. */
  enum Form {
    EXACT,
    PREFIX,
    SUFFIX,
    REGEX
  }

  private final int[] characters;
  private final StringBuilder regex = new StringBuilder("^");
  private Form form = Form.EXACT;
  private int next;

  private GlobTranslation(String pattern) {
    this.characters = pattern.codePoints().toArray();
    this.next = pattern.startsWith("\uFEFF") ? 1 : 0; // Go's scanner reads over a byte order mark
  }

  static GlobTranslation of(String pattern) {
    GlobTranslation translation = new GlobTranslation(pattern);
    for (boolean first = true; translation.peek() != END; first = false) {
      translation.step(first);
    }
    return translation;
  }

  Form form() {
    return form;
  }

  String regex() {
    return regex + "$";
  }

  private void step(boolean first) {
    int ch = take();
    switch (ch) {
      case '*' -> star(first);
      case '?' -> wild("[^/]");
      case '\\' -> escaped();
      case '[', ']' -> wild(Character.toString(ch));
      default -> {
        if (ESCAPED.indexOf(ch) >= 0) {
          regex.append('\\');
        }
        regex.appendCodePoint(ch);
      }
    }
  }

  private void star(boolean first) {
    if (peek() != '*') {
      wild("[^/]*");
      return;
    }
    take();
    if (peek() == '/') {
      take();
    }
    if (peek() != END) {
      wild("(.*/)?");
    } else if (form == Form.EXACT) {
      form = Form.PREFIX;
    } else {
      wild(".*");
    }
    if (first) {
      form = Form.SUFFIX;
    }
  }

  private void escaped() {
    if (peek() == END) {
      regex.append('\\');
    } else {
      wild("\\" + Character.toString(take()));
    }
  }

  private void wild(String expression) {
    regex.append(expression);
    form = Form.REGEX;
  }

  private int peek() {
    return next < characters.length ? characters[next] : END;
  }

  private int take() {
    return characters[next++];
  }
}
