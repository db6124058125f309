package dev.gantry.script;

import java.util.List;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Makes {@code sleep(ms)} end when it is interrupted.
 *
 * <p>Groovy's own goes back to sleep for the rest of its time (DefaultGroovyStaticMethods.sleepImpl
 * of 6.0.0), and inside a closure no method of the script's base class takes its place.
 */
final class InterruptibleSleep extends CompilationCustomizer {

  InterruptibleSleep() {
    super(CompilePhase.CONVERSION);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
    boolean usersOwn =
        source.getAST().getMethods().stream().anyMatch(method -> method.getName().equals("sleep"));
    if (!usersOwn) {
      new Calls(source).visitClass(classNode);
    }
  }

  private static final class Calls extends ClassCodeVisitorSupport {
    private final SourceUnit source;

    Calls(SourceUnit source) {
      this.source = source;
    }

    @Override
    protected SourceUnit getSourceUnit() {
      return source;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
      if (call.isImplicitThis()
          && "sleep".equals(call.getMethodAsString())
          && hasOneArgument(call)) {
        call.setObjectExpression(new ClassExpression(ClassHelper.make(Thread.class)));
        call.setImplicitThis(false);
        call.setArguments(asLong(call.getArguments()));
      }
      super.visitMethodCallExpression(call);
    }

    private static boolean hasOneArgument(MethodCallExpression call) {
      return call.getArguments() instanceof TupleExpression given
          && given.getExpressions().size() == 1;
    }

    private static Expression asLong(Expression arguments) {
      Expression given = ((TupleExpression) arguments).getExpression(0);
      return new ArgumentListExpression(List.of(new CastExpression(ClassHelper.long_TYPE, given)));
    }
  }
}
