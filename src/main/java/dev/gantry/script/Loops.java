package dev.gantry.script;

import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;

/**
 * Marks an entry that ends by going through something, as {@code docker.ps().each { … }} does: what
 * it gives is what it went through, which nobody has asked to see.
 */
public final class Loops extends LastLine {
  /** Groovy's methods that give what they were called on. */
  private static final Set<String> NAMES = Set.of("each", "eachWithIndex", "reverseEach");

  /** What a marked entry is. Public for the class loader of entries. */
  public interface Marked {}

  @Override
  void take(ExpressionStatement line, ClassNode entry) {
    if (isLoop(line.getExpression())) {
      entry.addInterface(ClassHelper.make(Marked.class));
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
