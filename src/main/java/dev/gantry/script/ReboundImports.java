package dev.gantry.script;

import groovyjarjarantlr4.v4.runtime.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;
import org.codehaus.groovy.ast.ImportNode;

/**
 * A session may import another class by a name that it had imported before; a script has one import
 * for each name. Entries that meant an earlier one say in full what they mean.
 */
final class ReboundImports {
  private ReboundImports() {}

  /** The same entries; where an import was not the last of its name, with its full name. */
  static List<SavedEntry> writtenOut(List<SavedEntry> entries) {
    Map<String, String> last = new HashMap<>();
    entries.forEach(entry -> last.putAll(imports(entry)));
    Map<String, String> now = new HashMap<>();
    List<SavedEntry> written = new ArrayList<>();
    for (SavedEntry entry : entries) {
      now.putAll(imports(entry));
      Map<String, String> former = new HashMap<>(now);
      former.entrySet().removeAll(last.entrySet());
      written.add(former.isEmpty() ? entry : entry.withText(inFull(entry.text(), former)));
    }
    return written;
  }

  /** What each name stands for that an entry imports. */
  private static Map<String, String> imports(SavedEntry entry) {
    Map<String, String> names = new HashMap<>();
    Stream.concat(
            entry.tree().getImports().stream(), entry.tree().getStaticImports().values().stream())
        .forEach(one -> names.put(name(one), meant(one)));
    return names;
  }

  private static String name(ImportNode one) {
    String meant = meant(one);
    return one.getAlias() == null ? meant.substring(meant.lastIndexOf('.') + 1) : one.getAlias();
  }

  private static String meant(ImportNode one) {
    return one.getClassName() + (one.isStatic() ? "." + one.getFieldName() : "");
  }

  private static String inFull(String text, Map<String, String> names) {
    StringBuilder written = new StringBuilder(text);
    List<Token> tokens = LexedText.of(text).tokens();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      String meant = names.get(token.getText());
      if (meant != null && isName(token) && stands(tokens, i)) {
        written.replace(token.getStartIndex(), token.getStopIndex() + 1, meant);
      }
    }
    return written.toString();
  }

  private static boolean isName(Token token) {
    return token.getType() == GroovyLangLexer.Identifier
        || token.getType() == GroovyLangLexer.CapitalizedIdentifier;
  }

  /** For itself: it is no member of something, no key of a map, and not what an import is about. */
  private static boolean stands(List<Token> tokens, int at) {
    int before = at == 0 ? -1 : tokens.get(at - 1).getType();
    int after = at + 1 == tokens.size() ? -1 : tokens.get(at + 1).getType();
    return before != GroovyLangLexer.DOT
        && before != GroovyLangLexer.SAFE_DOT
        && before != GroovyLangLexer.SPREAD_DOT
        && after != GroovyLangLexer.COLON
        && !isImported(tokens, at);
  }

  private static boolean isImported(List<Token> tokens, int at) {
    for (int i = at; i >= 0; i--) {
      int type = tokens.get(i).getType();
      if (type == GroovyLangLexer.NL || type == GroovyLangLexer.SEMI) {
        return false;
      } else if (type == GroovyLangLexer.IMPORT) {
        return true;
      }
    }
    return false;
  }
}
