package dev.gantry.dsl;

import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Options written as assignments: {@code docker.run('alpine') { name = 'x' }}.
 *
 * <p>The closure's own names come first, then what it reads from around it. It is cloned before its
 * delegate is set, so that the caller's stays as it was.
 */
final class ClosureOptions extends GroovyObjectSupport {
  private final Map<String, @Nullable Object> options = new LinkedHashMap<>();

  private ClosureOptions() {}

  /** Runs a closure and gives what it assigned. */
  static Map<String, @Nullable Object> of(Closure<?> closure) {
    ClosureOptions assigned = new ClosureOptions();
    Closure<?> ours = (Closure<?>) closure.clone();
    ours.setDelegate(assigned);
    ours.setResolveStrategy(Closure.DELEGATE_FIRST);
    ours.call();
    return assigned.options;
  }

  @Override
  public @Nullable Object getProperty(String name) {
    if (!options.containsKey(name)) {
      throw new MissingPropertyException(name, ClosureOptions.class);
    }
    return options.get(name);
  }

  @Override
  public void setProperty(String name, @Nullable Object value) {
    options.put(name, value);
  }
}
