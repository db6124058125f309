package dev.gantry.script;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.SyntaxException;

/**
 * Refuses {@code @Grab} with a sentence that says how to allow it. A script from elsewhere must not
 * bring code from the network unasked.
 */
final class GrabRefusal extends CompilationCustomizer {
  static final String SENTENCE = "@Grab downloads libraries and is off; run gantry with --grab";
  private static final Set<String> NAMES =
      Set.of("Grab", "Grapes", "GrabConfig", "GrabResolver", "GrabExclude");

  GrabRefusal() {
    super(CompilePhase.CONVERSION);
  }

  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
    ModuleNode module = classNode.getModule();
    Stream.of(
            module.getImports(),
            module.getStarImports(),
            module.getStaticImports().values(),
            List.of(classNode))
        .flatMap(nodes -> nodes.stream().map(AnnotatedNode.class::cast))
        .flatMap(node -> node.getAnnotations().stream())
        .filter(GrabRefusal::isGrab)
        .findFirst()
        .ifPresent(
            annotation -> source.addErrorAndContinue(new SyntaxException(SENTENCE, annotation)));
  }

  private static boolean isGrab(AnnotationNode annotation) {
    return NAMES.contains(annotation.getClassNode().getNameWithoutPackage());
  }
}
