package dev.gantry.script;

import groovy.lang.GroovyCodeSource;
import groovy.transform.ThreadInterrupt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.jspecify.annotations.Nullable;

/** Compiles the entries of a session, each with the classes and imports of those before it. */
final class SessionCompiler {
  private final boolean grab;
  private final KeptImports imports = new KeptImports(() -> loader().classes());
  private @Nullable SessionClassLoader loader;

  SessionCompiler(boolean grab) {
    this.grab = grab;
  }

  /** What the entries so far have left. */
  record Memory(Map<String, Class<?>> classes, KeptImports.Kept imports) {}

  synchronized Memory memory() {
    return new Memory(loader().classes(), imports.now());
  }

  /** Forgets what came after. */
  synchronized void restore(Memory former) {
    loader().restore(former.classes());
    imports.restore(former.imports());
  }

  /**
   * Compiles an entry.
   *
   * @param name what stack frames are to call it
   * @throws ScriptException it does not compile: nothing of it is kept
   */
  synchronized Class<?> compile(String name, ScriptSource source) {
    try {
      GroovyCodeSource code = new GroovyCodeSource(source.text(), name, "/groovy/shell");
      Class<?> type = loader().parseClass(code, false);
      imports.keep();
      return type;
    } catch (CompilationFailedException e) {
      throw CompileErrors.explain(e, source);
    }
  }

  /** Lets go of the class of an entry that has run. */
  synchronized void forget(Class<?> entry) {
    loader().forget(entry);
  }

  synchronized void clear() {
    imports.clear();
    loader = null;
  }

  /** The imports as they are written. */
  List<String> imports() {
    return imports.texts();
  }

  int loadedClasses() {
    return loader().getLoadedClasses().length;
  }

  private synchronized SessionClassLoader loader() {
    if (loader == null) {
      loader = new SessionClassLoader(Session.class.getClassLoader(), configuration());
    }
    return loader;
  }

  private CompilerConfiguration configuration() {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(GantryScript.class.getName());
    if (!grab) {
      configuration.setDisabledGlobalASTTransformations(
          Set.of("groovy.grape.GrabAnnotationTransformation"));
      configuration.addCompilationCustomizers(new GrabRefusal());
    }
    configuration.addCompilationCustomizers(
        imports,
        new TopLevelDeclarations(),
        new NewestMethods(),
        new WatchedKeys(),
        new Loops(),
        new InterruptibleSleep(),
        new ASTTransformationCustomizer(ThreadInterrupt.class));
    return configuration;
  }
}
