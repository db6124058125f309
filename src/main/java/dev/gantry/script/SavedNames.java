package dev.gantry.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * What the names of a session become in a script: there a second {@code def x} is an error, and a
 * {@code def x} is hidden from methods and from code before it.
 */
final class SavedNames {
  private final List<SavedEntry> entries;
  private final Set<String> shared = new HashSet<>();
  private final Map<String, ASTNode> newest = new HashMap<>();
  private final Map<String, String> imports = new LinkedHashMap<>();
  private final Set<Integer> results = new TreeSet<>();
  private final Map<SavedEntry, String> lastResults = new HashMap<>();

  SavedNames(List<SavedEntry> entries) {
    this.entries = List.copyOf(entries);
    findShared();
    findNewest();
    findResults();
  }

  /** All imports, the newest of each name. */
  Collection<String> imports() {
    return imports.values();
  }

  /** The numbers of the entries whose results are used. */
  Set<Integer> results() {
    return results;
  }

  /** Names that no {@code def} may hide. */
  private void findShared() {
    Set<String> before = new HashSet<>();
    Set<String> declared = new HashSet<>();
    for (SavedEntry entry : entries) {
      shared.addAll(entry.usedInMethods());
      for (Statement statement : entry.statements()) {
        before.addAll(SavedEntry.used(statement));
        for (VariableExpression variable : SavedEntry.declared(statement)) {
          if (before.contains(variable.getName()) || !declared.add(variable.getName())) {
            shared.add(variable.getName());
          }
        }
      }
    }
  }

  private void findNewest() {
    for (SavedEntry entry : entries) {
      entry.tree().getMethods().forEach(method -> newest.put(key(method), method));
      entry.classes().forEach(type -> newest.put(type.getName(), type));
      TextEdits texts = new TextEdits(entry.text());
      importsOf(entry).forEach(one -> imports.put(key(one), texts.of(one)));
    }
  }

  private void findResults() {
    List<Integer> given = new ArrayList<>();
    for (SavedEntry entry : entries) {
      results.addAll(entry.results());
      String last = last(given, 1, entry, "_") + last(given, 2, entry, "__");
      lastResults.put(entry, last);
      if (entry.gave()) {
        given.add(entry.number());
      }
    }
  }

  private String last(List<Integer> given, int back, SavedEntry entry, String name) {
    if (given.size() < back || !entry.uses(name)) {
      return "";
    }
    int number = given.get(given.size() - back);
    results.add(number);
    return name + " = Out[" + number + "]\n";
  }

  private static String key(MethodNode method) {
    return method.getName()
        + Arrays.stream(method.getParameters())
            .map(parameter -> parameter.getType().getName())
            .collect(Collectors.joining(",", "(", ")"));
  }

  private static String key(ImportNode one) {
    String kind = one.isStatic() ? "static " : "";
    return one.isStar()
        ? kind + one.getText()
        : kind + (one.getAlias() == null ? one.getText() : one.getAlias());
  }

  private static Stream<ImportNode> importsOf(SavedEntry entry) {
    return Stream.of(
            entry.tree().getImports(),
            entry.tree().getStarImports(),
            entry.tree().getStaticImports().values(),
            entry.tree().getStaticStarImports().values())
        .flatMap(Collection::stream);
  }

  /** An entry as it stands in the script; blank when nothing of it is left. */
  String written(SavedEntry entry) {
    TextEdits edits = new TextEdits(entry.text());
    importsOf(entry).forEach(one -> edits.replace(one, ""));
    entry.tree().getMethods().stream()
        .filter(method -> newest.get(key(method)) != method)
        .forEach(old -> edits.replace(old, ""));
    entry.classes().stream()
        .filter(type -> newest.get(type.getName()) != type)
        .forEach(old -> edits.replace(old, ""));
    entry.statements().forEach(statement -> share(statement, edits, entry.text()));
    String kept = results.contains(entry.number()) ? keepResult(entry, edits) : "";
    String text = edits.result().replaceAll("^[\\s;]+|[\\s;]+$", "");
    return lastResults.getOrDefault(entry, "") + text + kept;
  }

  /** Makes a declaration an assignment where another piece of code has to see the variable. */
  private void share(Statement statement, TextEdits edits, String text) {
    List<VariableExpression> variables = SavedEntry.declared(statement);
    if (variables.stream().noneMatch(variable -> shared.contains(variable.getName()))) {
      return;
    }
    DeclarationExpression declaration =
        (DeclarationExpression) ((ExpressionStatement) statement).getExpression();
    int start = edits.start(declaration);
    int comma = text.substring(0, start).stripTrailing().length() - 1;
    if (comma >= 0 && text.charAt(comma) == ',') { // int a = 1, b = 2
      edits.replace(comma, comma + 1, ";");
    }
    edits.replace(start, end(declaration, edits), assignment(declaration, edits));
  }

  private static int end(DeclarationExpression declaration, TextEdits edits) {
    Expression value = declaration.getRightExpression();
    return value instanceof EmptyExpression ? edits.end(declaration) : edits.end(value);
  }

  private static String assignment(DeclarationExpression declaration, TextEdits edits) {
    Expression right = declaration.getRightExpression();
    boolean empty = right instanceof EmptyExpression;
    if (declaration.isMultipleAssignmentDeclaration()) {
      return declaration.getTupleExpression().getExpressions().stream()
              .map(variable -> ((VariableExpression) variable).getName())
              .collect(Collectors.joining(", ", "(", ")"))
          + " = "
          + (empty ? "[]" : edits.of(right));
    }
    VariableExpression variable = declaration.getVariableExpression();
    ClassNode type = variable.getOriginType();
    if (empty) {
      return variable.getName() + " = " + TopLevelDeclarations.initial(type).getText();
    }
    String value = edits.of(right);
    return variable.getName()
        + " = "
        + (variable.isDynamicTyped() ? value : "(" + type.toString(false) + ") (" + value + ")");
  }

  private static String keepResult(SavedEntry entry, TextEdits edits) {
    List<Statement> statements = entry.statements();
    if (statements.isEmpty()
        || !(statements.get(statements.size() - 1) instanceof ExpressionStatement last)) {
      return "";
    }
    String keep = "Out[" + entry.number() + "] = ";
    List<VariableExpression> declared = SavedEntry.declared(last);
    if (declared.isEmpty()) {
      int start = edits.start(last);
      edits.replace(start, start, keep);
      return "";
    }
    return "\n" + keep + declared.get(0).getName();
  }
}
