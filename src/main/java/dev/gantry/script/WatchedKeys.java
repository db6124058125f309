package dev.gantry.script;

import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.syntax.Types;

/**
 * Has {@link KeyWatch} look on while the last expression of an entry, such as {@code
 * web.attrs.State.Status}, is read. What it gives is what Groovy gives.
 */
final class WatchedKeys extends LastLine {
  private static final ClassNode WATCH = ClassHelper.make(KeyWatch.class);

  @Override
  void take(ExpressionStatement line, ClassNode entry) {
    line.setExpression(watched(line.getExpression()));
  }

  private static Expression watched(Expression read) {
    if (read instanceof PropertyExpression property && isPlain(property)) {
      Expression from = looked(property.getObjectExpression(), property);
      Expression same = new PropertyExpression(from, property.getProperty(), property.isSafe());
      same.setSourcePosition(property);
      return same;
    }
    if (isIndex(read)) {
      BinaryExpression index = (BinaryExpression) read;
      index.setLeftExpression(looked(index.getLeftExpression(), index));
    }
    return read;
  }

  private static boolean isIndex(Expression read) {
    return read instanceof BinaryExpression index
        && index.getOperation().getType() == Types.LEFT_SQUARE_BRACKET
        && index.getRightExpression() instanceof ConstantExpression
        && canBeLookedAt(index.getLeftExpression());
  }

  private static boolean isPlain(PropertyExpression property) {
    return property.getClass() == PropertyExpression.class
        && !property.isSpreadSafe()
        && property.getProperty() instanceof ConstantExpression
        && canBeLookedAt(property.getObjectExpression());
  }

  private static boolean canBeLookedAt(Expression from) {
    boolean itself =
        from instanceof VariableExpression name
            && (name.isThisExpression() || name.isSuperExpression());
    return !itself && !(from instanceof ClassExpression);
  }

  private static Expression looked(Expression from, Expression read) {
    Expression path = new ConstantExpression(path(read).replaceFirst("^\\.", ""));
    Expression looked =
        new StaticMethodCallExpression(
            WATCH, "reading", new ArgumentListExpression(watched(from), key(read), path));
    looked.setSourcePosition(from);
    return looked;
  }

  private static Expression key(Expression read) {
    return read instanceof PropertyExpression property
        ? property.getProperty()
        : ((BinaryExpression) read).getRightExpression();
  }

  /** The keys behind one another at the end of what is read: {@code .HostConfig.Devices[0]}. */
  private static String path(Expression read) {
    if (read instanceof PropertyExpression property && isPlain(property)) {
      return path(property.getObjectExpression()) + "." + property.getPropertyAsString();
    }
    return isIndex(read)
        ? path(((BinaryExpression) read).getLeftExpression()) + "[" + key(read).getText() + "]"
        : "";
  }
}
