package dev.gantry.script;

import dev.gantry.UsageException;
import groovy.lang.Closure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The object {@code display}: how the user's own types are shown. {@code display { Foo f -> [name:
 * f.name] }} shows every Foo as that map; the closure with the most specific type wins.
 */
public final class Displays {
  private final List<Closure<?>> closures = new CopyOnWriteArrayList<>();

  /** Those of a script; others are of no use to it. */
  public static Displays of(ScriptSettings settings) {
    Supplier<?> known = settings.objects().get("display");
    return known != null && known.get() instanceof Displays displays ? displays : new Displays();
  }

  /**
   * Takes in a closure with one parameter, whose type says what it is for. It replaces one of the
   * same type.
   *
   * @throws UsageException the parameter has no type, or there is not exactly one
   */
  public void call(Closure<?> closure) {
    Class<?>[] types = closure.getParameterTypes();
    if (types.length != 1 || types[0] == Object.class) {
      throw new UsageException(
          "display wants a closure with one typed parameter: display { Foo f -> f.name }");
    }
    closures.removeIf(old -> old.getParameterTypes()[0] == types[0]);
    closures.add(0, closure);
  }

  /** Forgets all of them. */
  public void clear() {
    closures.clear();
  }

  /**
   * What to show for a value; itself where no closure is for it, its text where one fails.
   *
   * @param problem is told in a sentence when a closure fails
   */
  public @Nullable Object view(@Nullable Object value, Consumer<String> problem) {
    Closure<?> best = null;
    for (Closure<?> closure : closures) {
      Class<?> type = type(closure);
      if (type.isInstance(value) && (best == null || type(best).isAssignableFrom(type))) {
        best = closure;
      }
    }
    return best == null ? value : shown(best, value, problem);
  }

  private static @Nullable Object shown(
      Closure<?> closure, @Nullable Object value, Consumer<String> problem) {
    try {
      return closure.call(value);
    } catch (Exception | StackOverflowError | AssertionError e) {
      problem.accept("display { " + type(closure).getSimpleName() + " … } failed: " + e);
      return String.valueOf(value);
    }
  }

  private static Class<?> type(Closure<?> closure) {
    return closure.getParameterTypes()[0];
  }

  @Override
  public String toString() {
    return "display { Foo f -> … } shows every Foo by a closure; display.clear() forgets them";
  }
}
