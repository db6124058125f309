package dev.gantry.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
  private final Map<String, Import> kept = new LinkedHashMap<>();
  private final Map<String, Import> ofThisEntry = new LinkedHashMap<>();
  private final Supplier<Map<String, Class<?>>> classes;
  private Set<String> hidden = Set.of();
  private @Nullable ModuleNode seen;

  /**
   * @param classes what entries have declared: a class of the user's hides one that Groovy imports
   *     unasked, such as {@code Date}
   */
  KeptImports(Supplier<Map<String, Class<?>>> classes) {
    super(CompilePhase.CONVERSION);
    this.classes = classes;
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
    hidden = declared(module);
    kept.forEach(
        (name, one) -> {
          if (isFree(name)) {
            one.adding().accept(module);
          }
        });
    classes
        .get()
        .forEach(
            (name, type) -> {
              if (isFree(name) && !kept.containsKey(name) && name.matches("[^.$]+")) {
                module.addImport(name, ClassHelper.make(type));
              }
            });
  }

  private boolean isFree(String name) {
    return !ofThisEntry.containsKey(name) && !hidden.contains(name);
  }

  /** Keeps what the entry just compiled imported. */
  void keep() {
    kept.keySet().removeAll(hidden);
    kept.putAll(ofThisEntry);
    ofThisEntry.clear();
    seen = null;
  }

  void clear() {
    kept.clear();
  }

  /**
   * What is kept at some moment.
   *
   * @param imports by what was imported: a name or alias, {@code package.*}, {@code static name} or
   *     {@code static type*}
   */
  record Kept(Map<String, Import> imports) {}

  Kept now() {
    return new Kept(new LinkedHashMap<>(kept));
  }

  void restore(Kept former) {
    kept.clear();
    kept.putAll(former.imports());
  }

  /** As they are written. */
  List<String> texts() {
    return kept.values().stream().map(Import::text).toList();
  }

  private void collect(ModuleNode module) {
    for (ImportNode one : module.getImports()) {
      String type = one.getClassName();
      keep(one.getAlias(), one, m -> m.addImport(one.getAlias(), named(type)));
    }
    for (ImportNode star : module.getStarImports()) {
      String name = star.getPackageName();
      keep(name + "*", star, m -> m.addStarImport(name));
    }
    module.getStaticImports().forEach((alias, one) -> collectStatic(alias, one));
    module
        .getStaticStarImports()
        .forEach(
            (name, star) -> {
              String type = star.getClassName();
              keep("static " + name + "*", star, m -> m.addStaticStarImport(name, named(type)));
            });
  }

  private void collectStatic(String alias, ImportNode one) {
    String type = one.getClassName();
    keep("static " + alias, one, m -> m.addStaticImport(named(type), one.getFieldName(), alias));
  }

  private void keep(String name, ImportNode written, Consumer<ModuleNode> adding) {
    ofThisEntry.put(name, new Import(written.getText(), adding));
  }

  /** A class of the entry hides an import of that name for good. */
  private static Set<String> declared(ModuleNode module) {
    return module.getClasses().stream().map(ClassNode::getName).collect(Collectors.toSet());
  }

  /** A fresh node: the old one was resolved for the entry it stood in. */
  private static ClassNode named(String type) {
    return ClassHelper.make(type);
  }

  /**
   * An import.
   *
   * @param text as it is written
   * @param adding how an entry gets it
   */
  record Import(String text, Consumer<ModuleNode> adding) {}
}
