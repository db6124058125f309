package dev.gantry.script;

import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Lets the methods of an entry call each other by name, so that one that is declared anew later is
 * called by those of old.
 *
 * <p>Calls of methods of other entries find the newest by themselves. Code that Groovy compiles
 * statically, and static methods, call what stood there when they were compiled. Names of local
 * variables are resolved before this, and hide methods as ever.
 */
final class NewestMethods extends CompilationCustomizer {
  private static final Set<String> STATICALLY = Set.of("CompileStatic", "TypeChecked");

  NewestMethods() {
    super(CompilePhase.CANONICALIZATION);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
    if (!classNode.isScript() || isStatic(classNode)) {
      return;
    }
    Set<String> declared =
        source.getAST().getMethods().stream()
            .filter(method -> !method.isStatic() && !isStatic(method))
            .map(MethodNode::getName)
            .collect(Collectors.toSet());
    classNode.getMethods().stream()
        .filter(method -> !method.isStatic() && !isStatic(method) && method.getCode() != null)
        .forEach(method -> rewrite(method, source, declared));
  }

  private static void rewrite(MethodNode method, SourceUnit source, Set<String> declared) {
    Calls calls = new Calls(source, declared);
    method.getCode().visit(calls);
    if (calls.pointers) {
      method.getCode().visit(new Pointers(source));
    }
  }

  private static boolean isStatic(AnnotatedNode node) {
    return node.getAnnotations().stream()
        .anyMatch(given -> STATICALLY.contains(given.getClassNode().getNameWithoutPackage()));
  }

  private static final class Calls extends ClassCodeVisitorSupport {
    private final SourceUnit source;
    private final Set<String> declared;
    private boolean pointers;

    Calls(SourceUnit source, Set<String> declared) {
      this.source = source;
      this.declared = declared;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
      String name = call.getMethodAsString();
      if (call.isImplicitThis() && name != null && declared.contains(name)) {
        call.setObjectExpression(newest(name));
        call.setImplicitThis(false);
      }
      super.visitMethodCallExpression(call);
    }

    @Override
    public void visitMethodPointerExpression(MethodPointerExpression pointer) {
      pointers |= isOfThis(pointer);
      super.visitMethodPointerExpression(pointer);
    }
  }

  /** {@code this.&name} points to the newest method of that name, too. */
  private static final class Pointers extends ClassCodeExpressionTransformer {
    private final SourceUnit source;

    Pointers(SourceUnit source) {
      this.source = source;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public Expression transform(Expression expression) {
      if (expression instanceof ClosureExpression closure) {
        closure.getCode().visit(this);
        return closure;
      }
      if (expression instanceof MethodPointerExpression pointer && isOfThis(pointer)) {
        String name = String.valueOf(pointer.getMethodName().getText());
        return new MethodPointerExpression(newest(name), pointer.getMethodName());
      }
      return super.transform(expression);
    }
  }

  private static boolean isOfThis(MethodPointerExpression pointer) {
    return pointer.getExpression() instanceof VariableExpression on
        && on.isThisExpression()
        && pointer.getMethodName() instanceof ConstantExpression;
  }

  /** {@code this.getBinding().newest('name', this)}: within a closure this is the script, too. */
  private static Expression newest(String name) {
    Expression binding = call(VariableExpression.THIS_EXPRESSION, "getBinding");
    return call(
        binding, "newest", new ConstantExpression(name), VariableExpression.THIS_EXPRESSION);
  }

  private static Expression call(Expression on, String method, Expression... arguments) {
    MethodCallExpression call =
        new MethodCallExpression(on, method, new ArgumentListExpression(arguments));
    call.setImplicitThis(false);
    return call;
  }
}
