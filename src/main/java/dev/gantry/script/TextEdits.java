package dev.gantry.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;

/** Changes of a text at places that the parser gave. */
final class TextEdits {
  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int start, int end, String replacement) {}

  TextEdits(String text) {
    this.text = text;
  }

  int start(ASTNode node) {
    return Positions.offset(text, node.getLineNumber(), node.getColumnNumber());
  }

  int end(ASTNode node) {
    return Positions.offset(text, node.getLastLineNumber(), node.getLastColumnNumber());
  }

  /** The text of a node, without blanks around it. */
  String of(ASTNode node) {
    return text.substring(start(node), end(node)).strip();
  }

  /** Puts something in the place of a node. */
  void replace(ASTNode node, String replacement) {
    replace(start(node), end(node), replacement);
  }

  void replace(int start, int end, String replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  /** The text with all changes made. */
  String result() {
    StringBuilder changed = new StringBuilder(text);
    edits.stream()
        .sorted(Comparator.comparingInt(Edit::start).reversed())
        .forEach(edit -> changed.replace(edit.start(), edit.end(), edit.replacement()));
    return changed.toString();
  }
}
