package dev.gantry.shell.printing;

import groovy.lang.Closure;
import groovy.lang.GroovyObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person reads for a value that is neither text nor data. */
final class Words {
  private Words() {}

  static String of(Object value) {
    if (value instanceof byte[] bytes) {
      return "<" + bytes.length + " bytes>";
    } else if (value instanceof Class<?> type) {
      return type.getTypeName();
    } else if (value instanceof Duration duration) {
      return duration(duration);
    } else if (value instanceof Closure<?> closure) {
      return closure(closure);
    } else if (value instanceof Process process) {
      return process(process);
    }
    return value instanceof GroovyObject && hasNoText(value)
        ? fields(value)
        : String.valueOf(value);
  }

  /** As durations are written in scripts: {@code 1h2m3.5s}. */
  static String duration(Duration duration) {
    String iso = duration.toString().substring("PT".length());
    return iso.toLowerCase(java.util.Locale.ROOT);
  }

  private static String closure(Closure<?> closure) {
    return Arrays.stream(closure.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", "closure (", ")"));
  }

  private static String process(Process process) {
    String state = process.isAlive() ? "running" : "ended with " + process.exitValue();
    return "process " + process.pid() + " (" + state + ")";
  }

  private static boolean hasNoText(Object value) {
    try {
      return value.getClass().getMethod("toString").getDeclaringClass() == Object.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** The fields and not the getters: to look at a thing must not do anything. */
  private static String fields(Object value) {
    return Arrays.stream(value.getClass().getDeclaredFields())
        .filter(field -> !field.isSynthetic() && !Modifier.isStatic(field.getModifiers()))
        .filter(field -> !field.getName().contains("$") && !field.getName().equals("metaClass"))
        .map(field -> field.getName() + ": " + valueOf(field, value))
        .collect(Collectors.joining(", ", value.getClass().getSimpleName() + "(", ")"));
  }

  private static @Nullable Object valueOf(Field field, Object value) {
    try {
      field.setAccessible(true);
      return field.get(value);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return "?";
    }
  }
}
