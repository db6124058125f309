package dev.gantry.shell.completion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text of Groovy as far as brackets, strings and comments go: what is open at its end, and what
 * closes what. Takes any text, however unfinished.
 */
final class Scan {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final String text;
  private final List<Open> open = new ArrayList<>();
  private final Map<Integer, Integer> openings = new HashMap<>();
  private boolean comment;

  /**
   * Something that is open at the end.
   *
   * @param kind the bracket; for a string its quote
   * @param at where the bracket or the first quote stands
   * @param start where what is in it starts
   * @param since where the last argument, entry or statement in it starts
   * @param index how many came before that one
   */
  record Open(char kind, int at, int start, int since, int index) {
    boolean isString() {
      return OPENING.indexOf(kind) < 0;
    }

    private Open separated(int place) {
      return new Open(kind, at, start, place, index + 1);
    }
  }

  Scan(String text) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      at = inString() ? inString(at) : inCode(at);
    }
  }

  /** What is open, the outermost first. */
  List<Open> open() {
    return List.copyOf(open);
  }

  /** Whether the end is in a comment. */
  boolean inComment() {
    return comment;
  }

  /** Where the bracket or the string opens that a character closes; -1 where it closes none. */
  int opening(int closing) {
    return openings.getOrDefault(closing, -1);
  }

  private boolean inString() {
    return !open.isEmpty() && last().isString();
  }

  private Open last() {
    return open.get(open.size() - 1);
  }

  private int inCode(int at) {
    char c = text.charAt(at);
    if (text.startsWith("//", at) || text.startsWith("/*", at)) {
      return skipComment(at);
    }
    if (c == '\'' || c == '"' || (c == '/' && startsOperand(at))) {
      int quotes = c != '/' && text.startsWith(String.valueOf(c).repeat(3), at) ? 3 : 1;
      return push(c, at, quotes);
    }
    if (OPENING.indexOf(c) >= 0) {
      return push(c, at, 1);
    }
    if (CLOSING.indexOf(c) >= 0) {
      close(c, at);
    } else if (isSeparator(at) && !open.isEmpty()) {
      open.set(open.size() - 1, last().separated(at + 1));
    }
    return at + 1;
  }

  /** An arrow ends the parameters of a closure, and what follows is the first statement in it. */
  private boolean isSeparator(int at) {
    char c = text.charAt(at);
    boolean block = !open.isEmpty() && last().kind() == '{';
    return block ? c == ';' || c == '\n' || text.startsWith("->", at - 1) : c == ',';
  }

  private int push(char kind, int at, int length) {
    open.add(new Open(kind, at, at + length, at + length, 0));
    return at + length;
  }

  /** A bracket that was forgotten within is taken for closed. */
  private void close(char c, int at) {
    char opener = OPENING.charAt(CLOSING.indexOf(c));
    int place = open.size() - 1;
    while (place >= 0 && open.get(place).kind() != opener && !open.get(place).isString()) {
      place--;
    }
    if (place >= 0 && open.get(place).kind() == opener) {
      openings.put(at, open.get(place).at());
      open.subList(place, open.size()).clear();
    }
  }

  private int inString(int at) {
    Open string = last();
    char c = text.charAt(at);
    int quotes = string.start() - string.at();
    if (c == '\\') {
      return at + 2;
    }
    if (text.startsWith("${", at) && string.kind() != '\'') {
      return push('{', at + 1, 1);
    }
    if (text.startsWith(String.valueOf(string.kind()).repeat(quotes), at)) {
      open.remove(open.size() - 1);
      openings.put(at + quotes - 1, string.at());
      return at + quotes;
    }
    if (c == '\n' && quotes == 1 && string.kind() != '/') {
      open.remove(open.size() - 1);
    }
    return at + 1;
  }

  private int skipComment(int at) {
    boolean line = text.charAt(at + 1) == '/';
    int end = text.indexOf(line ? "\n" : "*/", at + 2);
    comment = end < 0;
    return end < 0 ? text.length() : line ? end : end + 2;
  }

  /** A slash behind a name, a number or a closing bracket divides; elsewhere a string begins. */
  private boolean startsOperand(int at) {
    int before = at - 1;
    while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
      before--;
    }
    char c = before < 0 ? '=' : text.charAt(before);
    return !Character.isJavaIdentifierPart(c) && ")]}'\"".indexOf(c) < 0;
  }
}
