package dev.gantry.script;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayList;
import java.util.List;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.apache.groovy.parser.antlr4.GroovySyntaxError;
import org.jspecify.annotations.Nullable;

/**
 * A text as Groovy's lexer sees it. The one place that runs the lexer, which is internal to Groovy.
 *
 * @param tokens up to the end, or to what the lexer could not read
 * @param error where it gave up
 */
record LexedText(List<Token> tokens, @Nullable GroovySyntaxError error) {

  static LexedText of(String text) {
    GroovyLangLexer lexer = new GroovyLangLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    try {
      for (Token token = lexer.nextToken();
          token.getType() != Token.EOF;
          token = lexer.nextToken()) {
        tokens.add(token);
      }
    } catch (GroovySyntaxError unreadable) {
      return new LexedText(tokens, unreadable);
    }
    return new LexedText(tokens, null);
  }
}
