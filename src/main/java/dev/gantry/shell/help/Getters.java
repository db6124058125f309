package dev.gantry.shell.help;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

/** Methods that Groovy reads as properties. */
final class Getters {
  private Getters() {}

  /** The property that a method is; nothing for one that is called. */
  static Optional<String> property(Method method) {
    String name = method.getName();
    Class<?> type = method.getReturnType();
    boolean reads = method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers());
    if (reads && type != void.class && name.matches("get[A-Z].*")) {
      return Optional.of(small(name.substring(3)));
    }
    return reads && type == boolean.class && name.matches("is[A-Z].*")
        ? Optional.of(small(name.substring(2)))
        : Optional.empty();
  }

  /** The method behind a property of a type. */
  static Optional<Method> of(Class<?> type, String property) {
    return Arrays.stream(type.getMethods())
        .filter(it -> !it.isBridge() && property(it).filter(property::equals).isPresent())
        .findFirst();
  }

  private static String small(String name) {
    boolean initials = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return initials ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
