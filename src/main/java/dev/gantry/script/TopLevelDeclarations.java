package dev.gantry.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;

/**
 * Turns {@code def x = 1} at the top of an entry into {@code x = 1}, a variable of the session.
 *
 * <p>The alternative, to put the old line in front of every new one, runs it again each time, and
 * with {@code def c = docker.run(…)} that starts a container per prompt. Declarations inside
 * blocks, closures, methods and classes stay local.
 */
final class TopLevelDeclarations extends CompilationCustomizer {
  private static final Set<String> NEEDLESS = Set.of("Field", "SuppressWarnings", "Deprecated");

  TopLevelDeclarations() {
    super(CompilePhase.CONVERSION);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
    if (classNode.isScript()) {
      List<Statement> statements = source.getAST().getStatementBlock().getStatements();
      List<Statement> rewritten =
          statements.stream().flatMap(TopLevelDeclarations::rewritten).toList();
      statements.clear();
      statements.addAll(rewritten);
    }
  }

  private static Stream<Statement> rewritten(Statement statement) {
    if (!(statement instanceof ExpressionStatement line)
        || !(line.getExpression() instanceof DeclarationExpression declaration)
        || !declaration.getAnnotations().stream().allMatch(TopLevelDeclarations::isNeedless)) {
      return Stream.of(statement);
    }
    if (declaration.isMultipleAssignmentDeclaration() && hasRest(declaration)) {
      return Stream.concat(Stream.of(statement), viaLocals(declaration));
    }
    return Stream.of(at(declaration, assignment(declaration)));
  }

  private static Statement at(ASTNode place, Expression expression) {
    ExpressionStatement statement = new ExpressionStatement(expression);
    statement.setSourcePosition(place);
    return statement;
  }

  /** {@code def (first, *rest) = …}: only a declaration can do that (Groovy 6.0.0). */
  private static boolean hasRest(DeclarationExpression declaration) {
    return declaration.getTupleExpression().getExpressions().stream()
        .flatMap(variable -> variable.getNodeMetaData().keySet().stream())
        .anyMatch(key -> key.toString().equals("REST_BINDING"));
  }

  /** Makes the declared variables local ones, and variables of the session from them. */
  private static Stream<Statement> viaLocals(DeclarationExpression declaration) {
    List<Expression> variables = declaration.getTupleExpression().getExpressions();
    List<Statement> assignments = new ArrayList<>();
    variables.replaceAll(
        variable -> {
          VariableExpression declared = (VariableExpression) variable;
          VariableExpression local =
              new VariableExpression(declared.getName() + "$", declared.getOriginType());
          local.copyNodeMetaData(declared);
          local.setSourcePosition(declared);
          VariableExpression value = new VariableExpression(local.getName());
          assignments.add(
              at(declared, new BinaryExpression(name(declared), equals(declared), value)));
          return local;
        });
    return assignments.stream();
  }

  private static Token equals(ASTNode place) {
    return Token.newSymbol(Types.ASSIGN, place.getLineNumber(), place.getColumnNumber());
  }

  /** {@code @Field} asks for what every declaration of an entry gets. */
  private static boolean isNeedless(AnnotationNode annotation) {
    return NEEDLESS.contains(annotation.getClassNode().getNameWithoutPackage());
  }

  private static Expression assignment(DeclarationExpression declaration) {
    Token equals = equals(declaration);
    boolean several = declaration.isMultipleAssignmentDeclaration();
    BinaryExpression assignment =
        several
            ? new BinaryExpression(names(declaration), equals, values(declaration))
            : new BinaryExpression(
                name(declaration.getVariableExpression()), equals, value(declaration));
    assignment.setSourcePosition(declaration);
    return assignment;
  }

  private static Expression names(DeclarationExpression declaration) {
    List<Expression> names =
        declaration.getTupleExpression().getExpressions().stream()
            .map(variable -> name((VariableExpression) variable))
            .toList();
    return new ArgumentListExpression(names);
  }

  private static Expression values(DeclarationExpression declaration) {
    Expression values = declaration.getRightExpression();
    return values instanceof EmptyExpression ? new ListExpression() : values;
  }

  private static Expression name(VariableExpression declared) {
    VariableExpression name = new VariableExpression(declared.getName());
    name.setSourcePosition(declared);
    return name;
  }

  private static Expression value(DeclarationExpression declaration) {
    VariableExpression variable = declaration.getVariableExpression();
    Expression given = declaration.getRightExpression();
    Expression value = given instanceof EmptyExpression ? initial(variable.getOriginType()) : given;
    if (variable.isDynamicTyped()) {
      return value;
    }
    CastExpression cast = new CastExpression(variable.getOriginType(), value);
    cast.setSourcePosition(given instanceof EmptyExpression ? declaration : given);
    return cast;
  }

  /** What a field of that type starts as. */
  static Expression initial(ClassNode type) {
    if (!ClassHelper.isPrimitiveType(type)) {
      return new ConstantExpression(null);
    }
    return ClassHelper.isPrimitiveBoolean(type)
        ? new ConstantExpression(false)
        : new ConstantExpression(0);
  }
}
