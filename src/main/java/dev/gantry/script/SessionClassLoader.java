package dev.gantry.script;

import groovy.lang.GroovyClassLoader;
import org.codehaus.groovy.control.CompilerConfiguration;

/**
 * Keeps the classes that the user declares and forgets those of the entries themselves, which would
 * otherwise pile up, one and its closures per line.
 */
final class SessionClassLoader extends GroovyClassLoader {

  SessionClassLoader(ClassLoader parent, CompilerConfiguration configuration) {
    super(parent, configuration);
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
