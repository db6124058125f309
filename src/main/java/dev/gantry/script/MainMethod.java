package dev.gantry.script;

import dev.gantry.UsageException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Starts a script that is a class: the forms of {@code main} that Java 25 (JEP 512) knows. */
final class MainMethod {
  private final Method method;

  private MainMethod(Method method) {
    this.method = method;
  }

  /**
   * Finds the method to start with; one that takes the arguments comes first.
   *
   * @throws UsageException there is none
   */
  static MainMethod of(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("main") && method.getParameterCount() <= 1)
        .max(Comparator.comparingInt(Method::getParameterCount))
        .map(MainMethod::new)
        .orElseThrow(
            () ->
                new UsageException(
                    "nothing to run: class "
                        + type.getSimpleName()
                        + " has no main method, and the script no statements"));
  }

  @Nullable Object invoke(String[] args) throws Throwable {
    method.setAccessible(true); // the class of a script without statements is not public
    Object receiver = Modifier.isStatic(method.getModifiers()) ? null : newInstance();
    Object[] arguments = method.getParameterCount() == 0 ? new Object[0] : new Object[] {args};
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private Object newInstance() throws ReflectiveOperationException {
    Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
