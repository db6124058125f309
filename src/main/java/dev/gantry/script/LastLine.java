package dev.gantry.script;

import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Looks at the expression that gives the value of an entry, where its last line is one. */
abstract class LastLine extends CompilationCustomizer {
  LastLine() {
    super(CompilePhase.CANONICALIZATION);
  }

  /** Takes the last line of an entry. */
  abstract void take(ExpressionStatement line, ClassNode entry);

  @Override
  public final void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
    MethodNode run =
        classNode.isScript() ? classNode.getMethod("run", Parameter.EMPTY_ARRAY) : null;
    if (run != null && run.getCode() instanceof BlockStatement block) {
      List<Statement> statements = block.getStatements();
      Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
      if (last instanceof ExpressionStatement line) {
        take(line, classNode);
      }
    }
  }
}
