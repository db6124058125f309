package dev.gantry.shell.completion;

import dev.gantry.shell.completion.Scan.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The end of a text: the word that is being typed there, and what is open around it. */
public final class Caret {
  private static final Pattern WITH_GROOVY = Pattern.compile("\\?|/(time|help)\\s+");

  private final String text;
  private final Scan scan;
  private final int wordStart;

  Caret(String text) {
    this.text = text;
    this.scan = new Scan(text);
    this.wordStart =
        string().map(Open::start).orElseGet(() -> Chain.startOfName(text, text.length()));
  }

  /**
   * Where the word starts that a suggestion takes the place of.
   *
   * @param before from the start of the entry to the caret
   * @param command whether the entry is for the shell and not for Groovy
   */
  public static int wordStart(String before, boolean command) {
    int groovy = groovyStart(before);
    if (!command || groovy > 0) {
      String code = before.substring(groovy);
      return before.matches("/[\\w-]*") ? 0 : groovy + new Caret(code).wordStart;
    }
    int blank = before.length();
    while (blank > 0 && !Character.isWhitespace(before.charAt(blank - 1))) {
      blank--;
    }
    return blank;
  }

  /** Where Groovy starts in what is for the shell; 0 where there is none in it. */
  static int groovyStart(String before) {
    Matcher command = WITH_GROOVY.matcher(before);
    return command.lookingAt() ? command.end() : 0;
  }

  String word() {
    return text.substring(wordStart);
  }

  boolean inComment() {
    return scan.inComment();
  }

  boolean inString() {
    return string().isPresent();
  }

  private Optional<Open> string() {
    List<Open> open = scan.open();
    return open.isEmpty() || !open.get(open.size() - 1).isString()
        ? Optional.empty()
        : Optional.of(open.get(open.size() - 1));
  }

  /** The quote of the string that it is in; an apostrophe elsewhere. */
  String quote() {
    return string().map(it -> text.substring(it.at(), it.start())).orElse("'");
  }

  /** The whole text. */
  String text() {
    return text;
  }

  /** The brackets that are open around the word, the outermost first. */
  List<Open> brackets() {
    List<Open> brackets = new ArrayList<>(scan.open());
    brackets.removeIf(Open::isString);
    return brackets;
  }

  /** Where the word starts, with the quote of a string that it is in. */
  int valueStart() {
    return string().map(Open::at).orElse(wordStart);
  }

  /** Where the last statement starts that is in no bracket. One that ends with a comma goes on. */
  int lastStatement() {
    int start = Chain.skipBlanks(text, text.length());
    do {
      start = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf(';', start - 1));
    } while (start > 0 && text.charAt(Chain.skipBlanks(text, start) - 1) == ',');
    return start + 1;
  }

  /** The expression that ends at a place; nothing where it is not understood. */
  Optional<Chain> chainTo(int end) {
    return Chain.endingAt(text, end, scan);
  }

  /** The expression in front of the dot before the word. */
  Optional<Chain> receiver() {
    int end = inString() ? -1 : Chain.dotBefore(text, wordStart);
    return end < 0 ? Optional.empty() : chainTo(end);
  }

  /** Whether a dot stands before the word, be what is in front of it understood or not. */
  boolean isBehindDot() {
    return !inString() && Chain.dotBefore(text, wordStart) >= 0;
  }

  /** Whether what is asked behind the dot is asked of each element: {@code *.}. */
  boolean isSpread() {
    int dot = wordStart - 1;
    return dot > 0 && text.charAt(dot) == '.' && text.charAt(dot - 1) == '*';
  }

  /** Whether a bracket is that of an index: it stands right behind what it picks from. */
  boolean isIndex(Open bracket) {
    char before = bracket.at() == 0 ? ' ' : text.charAt(bracket.at() - 1);
    return bracket.kind() == '['
        && (Character.isJavaIdentifierPart(before) || ")]}'\"".indexOf(before) >= 0);
  }
}
