package dev.gantry.script;

import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Marks an entry that ends by going through something, as {@code docker.ps().each { … }} does: what
 * it gives is what it went through, which nobody has asked to see.
 */
public final class Loops extends CompilationCustomizer {
  /** Groovy's methods that give what they were called on. */
  private static final Set<String> NAMES = Set.of("each", "eachWithIndex", "reverseEach");

  /** What a marked entry is. Public for the class loader of entries. */
  public interface Marked {}

  Loops() {
    super(CompilePhase.CANONICALIZATION);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
    MethodNode run =
        classNode.isScript() ? classNode.getMethod("run", Parameter.EMPTY_ARRAY) : null;
    if (run != null && run.getCode() instanceof BlockStatement block) {
      List<Statement> statements = block.getStatements();
      Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
      if (last instanceof ExpressionStatement line && isLoop(line.getExpression())) {
        classNode.addInterface(ClassHelper.make(Marked.class));
      }
    }
  }

  private static boolean isLoop(Expression last) {
    return last instanceof MethodCallExpression call
        && !call.isImplicitThis()
        && call.getMethodAsString() != null
        && NAMES.contains(call.getMethodAsString())
        && call.getArguments() instanceof TupleExpression given
        && !given.getExpressions().isEmpty();
  }

  static boolean isMarked(Class<?> entry) {
    return Marked.class.isAssignableFrom(entry);
  }
}
