package dev.gantry.script;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Gives every entry the imports of those before it.
 *
 * <p>An import counts from the moment its entry compiled; a newer one of the same name takes its
 * place.
 */
final class KeptImports extends CompilationCustomizer {
  private final Map<String, Consumer<ModuleNode>> kept = new LinkedHashMap<>();
  private final Map<String, Consumer<ModuleNode>> ofThisEntry = new LinkedHashMap<>();
  private @Nullable ModuleNode seen;

  KeptImports() {
    super(CompilePhase.CONVERSION);
  }

  /** Called once per class of the entry; the imports belong to the whole of it. */
  @Override
  public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
    ModuleNode module = source.getAST();
    if (module == seen) {
      return;
    }
    seen = module;
    ofThisEntry.clear();
    collect(module);
    kept.forEach(
        (name, adding) -> {
          if (!ofThisEntry.containsKey(name)) {
            adding.accept(module);
          }
        });
  }

  /** Keeps what the entry just compiled imported. */
  void keep() {
    kept.putAll(ofThisEntry);
    ofThisEntry.clear();
    seen = null;
  }

  void clear() {
    kept.clear();
  }

  private void collect(ModuleNode module) {
    for (ImportNode one : module.getImports()) {
      String type = one.getClassName();
      ofThisEntry.put(one.getAlias(), m -> m.addImport(one.getAlias(), named(type)));
    }
    for (ImportNode star : module.getStarImports()) {
      String name = star.getPackageName();
      ofThisEntry.put(name + "*", m -> m.addStarImport(name));
    }
    module
        .getStaticImports()
        .forEach(
            (alias, one) -> {
              String type = one.getClassName();
              ofThisEntry.put(
                  "static " + alias,
                  m -> m.addStaticImport(named(type), one.getFieldName(), alias));
            });
    module
        .getStaticStarImports()
        .forEach(
            (name, star) -> {
              String type = star.getClassName();
              ofThisEntry.put(
                  "static " + name + "*", m -> m.addStaticStarImport(name, named(type)));
            });
  }

  /** A fresh node: the old one was resolved for the entry it stood in. */
  private static ClassNode named(String type) {
    return ClassHelper.make(type);
  }
}
