package dev.gantry.script;

import groovy.lang.Binding;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The variables of a script. What a script does not touch is never made: {@code docker} costs
 * nothing to a script that does not use it. A script may put a value of its own over any name.
 */
public final class ScriptBinding extends Binding {
  private final Map<String, Supplier<?>> untouched;

  /**
   * @param objects names, and how the object behind each is made on its first use
   */
  public ScriptBinding(Map<String, ? extends Supplier<?>> objects) {
    untouched = new HashMap<>(objects);
  }

  @Override
  public synchronized Object getVariable(String name) {
    Supplier<?> supplier = super.hasVariable(name) ? null : untouched.get(name);
    if (supplier != null) {
      setVariable(name, supplier.get());
    }
    return super.getVariable(name);
  }

  @Override
  public synchronized boolean hasVariable(String name) {
    return super.hasVariable(name) || untouched.containsKey(name);
  }

  /** Every name that has a value or would get one. */
  public synchronized Collection<String> names() {
    Set<String> names = new TreeSet<>(untouched.keySet());
    for (Object name : getVariables().keySet()) {
      names.add(String.valueOf(name));
    }
    return names;
  }
}
