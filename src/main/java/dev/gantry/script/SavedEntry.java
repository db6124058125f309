package dev.gantry.script;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.GroovyCodeVisitor;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/** An entry that ran, and its tree. */
final class SavedEntry {
  private static final Pattern OUT = Pattern.compile("\\b[Oo]ut\\s*\\[\\s*(\\d{1,6})\\s*]");

  private final int number;
  private final String text;
  private final boolean gave;
  private @Nullable ModuleNode tree;

  SavedEntry(int number, String text, boolean gave) {
    this.number = number;
    this.text = text;
    this.gave = gave;
  }

  /** The text ran, and so it parses. */
  private static ModuleNode parsed(String text) {
    SourceUnit unit = SourceUnit.create("entry", text);
    unit.parse();
    unit.completePhase();
    unit.nextPhase();
    unit.convert();
    return unit.getAST();
  }

  SavedEntry withText(String other) {
    return new SavedEntry(number, other, gave);
  }

  int number() {
    return number;
  }

  String text() {
    return text;
  }

  boolean gave() {
    return gave;
  }

  ModuleNode tree() {
    if (tree == null) {
      tree = parsed(text);
    }
    return tree;
  }

  List<Statement> statements() {
    return tree().getStatementBlock().getStatements();
  }

  /** Those at its top, without what is nested in them. */
  List<ClassNode> classes() {
    return tree().getClasses().stream()
        .filter(type -> !type.isScript() && type.getOuterClass() == null)
        .toList();
  }

  /** The variables that a statement declares at the top; none when it is something else. */
  static List<VariableExpression> declared(Statement statement) {
    if (!(statement instanceof ExpressionStatement line)
        || !(line.getExpression() instanceof DeclarationExpression declaration)) {
      return List.of();
    }
    return declaration.isMultipleAssignmentDeclaration()
        ? declaration.getTupleExpression().getExpressions().stream()
            .map(VariableExpression.class::cast)
            .toList()
        : List.of(declaration.getVariableExpression());
  }

  /** The names that a piece of code uses, be it as variables or as methods. */
  static Set<String> used(ASTNode code) {
    Set<String> names = new HashSet<>();
    GroovyCodeVisitor visitor =
        new CodeVisitorSupport() {
          @Override
          public void visitVariableExpression(VariableExpression variable) {
            names.add(variable.getName());
          }

          @Override
          public void visitDeclarationExpression(DeclarationExpression declaration) {
            declaration.getRightExpression().visit(this);
          }

          @Override
          public void visitMethodCallExpression(MethodCallExpression call) {
            if (call.isImplicitThis() && call.getMethodAsString() != null) {
              names.add(call.getMethodAsString());
            }
            super.visitMethodCallExpression(call);
          }
        };
    if (code instanceof Expression expression) {
      expression.visit(visitor);
    } else if (code instanceof Statement statement) {
      statement.visit(visitor);
    }
    return names;
  }

  /** The names that its methods use. */
  Set<String> usedInMethods() {
    Set<String> names = new HashSet<>();
    tree().getMethods().stream()
        .filter(method -> method.getCode() != null)
        .forEach(method -> names.addAll(used(method.getCode())));
    return names;
  }

  /** The numbers of the entries whose results it uses by {@code Out[n]}. */
  Set<Integer> results() {
    Set<Integer> numbers = new TreeSet<>();
    Matcher out = OUT.matcher(text);
    while (out.find()) {
      numbers.add(Integer.valueOf(out.group(1)));
    }
    return numbers;
  }

  /** Whether it uses the last result, or the one before it. */
  boolean uses(String result) {
    return statements().stream().anyMatch(statement -> used(statement).contains(result));
  }
}
