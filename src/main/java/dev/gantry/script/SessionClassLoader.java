package dev.gantry.script;

import groovy.lang.GroovyClassLoader;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.control.CompilerConfiguration;

/**
 * Keeps the classes that the user declares and forgets those of the entries themselves, which would
 * otherwise pile up, one and its closures per line.
 */
final class SessionClassLoader extends GroovyClassLoader {

  SessionClassLoader(ClassLoader parent, CompilerConfiguration configuration) {
    super(parent, configuration);
  }

  /** The classes that the user has now. */
  Map<String, Class<?>> classes() {
    return Stream.<Class<?>>of(getLoadedClasses())
        .collect(Collectors.toMap(Class::getName, type -> type));
  }

  /** Forgets what came after, and gives back what that replaced. */
  void restore(Map<String, Class<?>> former) {
    for (Class<?> loaded : getLoadedClasses()) {
      removeClassCacheEntry(loaded.getName());
    }
    former.values().forEach(this::setClassCacheEntry);
  }

  /** Forgets a script class and what is nested in it. Values made by it keep it alive. */
  void forget(Class<?> script) {
    String nested = script.getName() + "$";
    for (Class<?> loaded : getLoadedClasses()) {
      if (loaded == script || loaded.getName().startsWith(nested)) {
        removeClassCacheEntry(loaded.getName());
      }
    }
  }
}
