package dev.gantry.script;

import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.groovy.parser.antlr4.GroovyLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;

/**
 * The brackets of an entry as Groovy's lexer sees them, so that those in strings, comments and
 * regular expressions do not count.
 *
 * @param end how the text ends
 * @param open what closes each construct that is open at the end, innermost last
 */
record BracketScan(End end, List<String> open) {

  enum End {
    CLOSED,
    OPEN,
    WRONG_CLOSER
  }

  private static final Map<Integer, String> CLOSER_OF =
      Map.of(
          GroovyLexer.LPAREN, ")",
          GroovyLexer.LBRACE, "}",
          GroovyLexer.LBRACK, "]",
          GroovyLexer.SAFE_INDEX, "]");

  /**
   * Constructs that may span lines. Left open, the lexer throws at the first character of a comment
   * and at the third quote: it has taken the first two for an empty string.
   */
  private static final Map<String, String> SPANNING =
      Map.of("'''", "'''", "\"\"\"", "\"\"\"", "/*", "*/");

  private static final List<Integer> CLOSERS =
      List.of(GroovyLexer.RPAREN, GroovyLexer.RBRACE, GroovyLexer.RBRACK);

  static BracketScan of(String text) {
    LexedText lexed = LexedText.of(text);
    Deque<String> open = new ArrayDeque<>();
    for (Token token : lexed.tokens()) {
      if (CLOSER_OF.containsKey(token.getType())) {
        open.addLast(CLOSER_OF.get(token.getType()));
      } else if (CLOSERS.contains(token.getType()) && !token.getText().equals(open.pollLast())) {
        return new BracketScan(End.WRONG_CLOSER, List.of());
      }
    }
    if (lexed.error() != null) {
      return unreadable(text, lexed.error(), open);
    }
    return new BracketScan(open.isEmpty() ? End.CLOSED : End.OPEN, List.copyOf(open));
  }

  /** What closes the innermost open construct. */
  String missing() {
    return open.isEmpty() ? "" : open.get(open.size() - 1);
  }

  /** How far the next line is indented: not at all within a text. */
  int depth() {
    return missing().equals("'''") || missing().equals("\"\"\"") ? 0 : open.size();
  }

  private static BracketScan unreadable(String text, GroovySyntaxError error, Deque<String> open) {
    int at = Positions.offset(text, error.getLine(), error.getColumn());
    for (String opener : SPANNING.keySet()) {
      if (text.startsWith(opener, at) || text.startsWith(opener, at - 2)) {
        open.addLast(SPANNING.get(opener));
        return new BracketScan(End.OPEN, List.copyOf(open));
      }
    }
    // A quote left open at the end of its line: the parser has the words for it.
    return new BracketScan(End.CLOSED, List.of());
  }
}
