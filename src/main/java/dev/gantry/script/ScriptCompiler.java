package dev.gantry.script;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.transform.ThreadInterrupt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;

/** Turns the text of one script into classes. Knows nothing of what the script will do. */
final class ScriptCompiler {
  private final GroovyClassLoader loader;

  ScriptCompiler(boolean grab) {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(GantryScript.class.getName());
    configuration.setSourceEncoding("UTF-8");
    if (!grab) {
      configuration.setDisabledGlobalASTTransformations(
          Set.of("groovy.grape.GrabAnnotationTransformation"));
      configuration.addCompilationCustomizers(new GrabRefusal());
    }
    // A loop in a script looks at its thread's interrupt flag, so that it can be stopped.
    configuration.addCompilationCustomizers(
        new ASTTransformationCustomizer(ThreadInterrupt.class), new InterruptibleSleep());
    loader = new GroovyClassLoader(ScriptCompiler.class.getClassLoader(), configuration);
  }

  /**
   * Compiles a script.
   *
   * @return its class: a {@link GantryScript}, or the first class when there are no statements
   */
  Class<?> compile(ScriptSource source) {
    GroovyCodeSource code =
        new GroovyCodeSource(source.text(), className(source.name()), "/groovy/script");
    code.setCachable(false);
    return loader.parseClass(code);
  }

  /** The names of all classes of the script, closures included. */
  Set<String> classNames() {
    return Stream.<Class<?>>of(loader.getLoadedClasses())
        .map(Class::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A class is named after its file, with what no name may hold replaced. The end keeps it from
   * hiding a variable: in a file {@code docker.groovy} the word {@code docker} is no class.
   */
  private static String className(String name) {
    String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String word = base.replaceFirst("\\.groovy$", "").replaceAll("\\W", "_");
    return (Character.isDigit(word.charAt(0)) ? "_" + word : word) + "_.groovy";
  }
}
