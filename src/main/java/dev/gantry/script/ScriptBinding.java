package dev.gantry.script;

import groovy.lang.Binding;
import groovy.lang.Script;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a script. What a script does not touch is never made: {@code docker} costs
 * nothing to a script that does not use it. A script may put a value of its own over any name.
 */
public final class ScriptBinding extends Binding {
  private final Map<String, Supplier<?>> untouched;
  private final Map<String, Object> made = new HashMap<>();
  private final Map<String, Script> methods = new HashMap<>();
  private @Nullable Former former;

  /** The value of a variable, null included. */
  private record Held(@Nullable Object value) {}

  /**
   * What was there before an entry.
   *
   * @param thread the one that runs it
   * @param variables those that it has changed so far; empty for what was not there
   */
  private record Former(
      Thread thread, Map<String, Optional<Held>> variables, Map<String, Script> methods) {}

  /**
   * @param objects names, and how the object behind each is made on its first use
   */
  public ScriptBinding(Map<String, ? extends Supplier<?>> objects) {
    untouched = new HashMap<>(objects);
  }

  /** Adds a name, and how the object behind it is made on its first use. */
  synchronized void offer(String name, Supplier<?> object) {
    untouched.put(name, object);
  }

  @Override
  public synchronized Object getVariable(String name) {
    if (!super.hasVariable(name) && untouched.containsKey(name)) {
      super.setVariable(name, ours(name));
    }
    return super.getVariable(name);
  }

  /** An object of ours, whatever lies over its name; made now if it was not before. */
  public synchronized Object ours(String name) {
    Object known = made.get(name);
    if (known != null) {
      return known;
    }
    Object object = Objects.requireNonNull(untouched.get(name), name).get();
    made.put(name, object);
    return object;
  }

  /** Puts another object in the place of one of ours; what lies over its name goes away. */
  public synchronized void replace(String name, Object object) {
    made.put(name, object);
    getVariables().remove(name);
  }

  /** Whether a variable is the user's own: no object of ours under its own name. */
  public synchronized boolean isUsers(String name) {
    return super.hasVariable(name)
        && !(made.containsKey(name) && made.get(name) == super.getVariable(name));
  }

  @Override
  public synchronized boolean hasVariable(String name) {
    return super.hasVariable(name) || untouched.containsKey(name);
  }

  @Override
  public synchronized void setVariable(String name, @Nullable Object value) {
    remember(name);
    super.setVariable(name, value);
  }

  @Override
  public synchronized void removeVariable(String name) {
    remember(name);
    super.removeVariable(name);
  }

  private void remember(String name) {
    if (former == null || former.thread() != Thread.currentThread()) {
      return;
    }
    former
        .variables()
        .computeIfAbsent(
            name,
            changed ->
                super.hasVariable(changed)
                    ? Optional.of(new Held(getVariables().get(changed)))
                    : Optional.empty());
  }

  /** From now on, what the calling thread changes can be undone. */
  synchronized void begin() {
    former = new Former(Thread.currentThread(), new LinkedHashMap<>(), Map.copyOf(methods));
  }

  /** All variables and methods are what they were, but for what other threads assigned. */
  synchronized void undo() {
    if (former != null && former.thread() == Thread.currentThread()) {
      former.variables().forEach(this::undo);
      methods.clear();
      methods.putAll(former.methods());
    }
    former = null;
  }

  private void undo(String name, Optional<Held> before) {
    if (before.isPresent()) {
      super.setVariable(name, before.get().value());
    } else {
      getVariables().remove(name);
    }
  }

  /**
   * Makes the methods of that name those of a script. A variable of that name goes away: Groovy
   * would call the closure in it.
   */
  synchronized void declareMethod(String name, Script owner) {
    methods.put(name, owner);
    if (super.hasVariable(name)) {
      removeVariable(name);
    }
  }

  /** The script whose methods of that name count, if an entry has declared such. */
  synchronized @Nullable Script methodOwner(String name) {
    return methods.get(name);
  }

  /**
   * The script whose methods of that name count. Called by code that {@link NewestMethods} makes.
   *
   * @param asking the script that calls such a method, for when they were forgotten
   */
  public Script newest(String method, Script asking) {
    Script owner = methodOwner(method);
    return owner == null ? asking : owner;
  }

  /** The names of the methods that entries have declared. */
  public synchronized Set<String> methods() {
    return Set.copyOf(methods.keySet());
  }

  /**
   * Forgets a variable or method of the user's. What lay over an object of ours gives it back.
   *
   * @return whether there was such a name
   */
  synchronized boolean forget(String name) {
    boolean method = methods.remove(name) != null;
    boolean users = isUsers(name);
    if (users) {
      getVariables().remove(name);
    }
    return users || method;
  }

  /** Forgets all variables and methods of the user's. */
  synchronized void forgetAll() {
    methods.clear();
    getVariables().clear();
  }

  /** Every name that has a value or would get one. */
  public synchronized Collection<String> names() {
    Set<String> names = new TreeSet<>(untouched.keySet());
    names.addAll(methods.keySet());
    for (Object name : getVariables().keySet()) {
      names.add(String.valueOf(name));
    }
    return names;
  }
}
