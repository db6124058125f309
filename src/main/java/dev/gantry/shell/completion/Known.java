package dev.gantry.shell.completion;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What completion knows of an expression without running it: the value where it is at hand, else
 * the declared type.
 *
 * <p>No method of a value is called, but of the JDK's own collections: a getter of ours may ask the
 * engine, and one of the user's may do anything.
 */
public record Known(@Nullable Object value, Type type) {

  static Known value(Object value) {
    return new Known(value, value.getClass());
  }

  /** What a step from here leads to. */
  Optional<Known> then(Chain.Step step) {
    return switch (step.kind()) {
      case NAME -> isJdkMap() ? entry(step.text()) : declared(getter(step.text()));
      case CALL -> declared(method(step.text()));
      case INDEX -> element(step.text());
    };
  }

  Class<?> rawType() {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> known ? known : Object.class;
  }

  /** The keys of a map of the JDK's, else nothing. */
  Stream<String> keys() {
    return jdkMap().keySet().stream().map(String::valueOf);
  }

  private boolean isJdkMap() {
    return value instanceof Map && isJdk(value);
  }

  private Map<?, ?> jdkMap() {
    return value instanceof Map<?, ?> map && isJdk(map) ? map : Map.of();
  }

  private static boolean isJdk(Object value) {
    return value.getClass().getName().startsWith("java.util.");
  }

  private Optional<Known> entry(String key) {
    return Optional.ofNullable((Object) jdkMap().get(key)).map(Known::value);
  }

  private Optional<Known> element(String index) {
    if (isJdkMap()) {
      return entry(index.replaceAll("^['\"]|['\"]$", ""));
    }
    if (value instanceof List<?> list && isJdk(list) && index.matches("\\d{1,9}")) {
      int at = Integer.parseInt(index);
      return at < list.size()
          ? Optional.ofNullable(list.get(at)).map(Known::value)
          : Optional.empty();
    }
    if (type instanceof ParameterizedType generic && List.class.isAssignableFrom(rawType())) {
      return Optional.of(new Known(null, generic.getActualTypeArguments()[0]));
    }
    return declared(method("getAt"));
  }

  private Optional<Method> getter(String property) {
    String suffix = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    return method("get" + suffix).or(() -> method("is" + suffix)).or(() -> recordPart(property));
  }

  private Optional<Method> recordPart(String name) {
    return rawType().isRecord() ? method(name) : Optional.empty();
  }

  private Optional<Method> method(String name) {
    return Arrays.stream(rawType().getMethods())
        .filter(method -> method.getName().equals(name) && !method.isBridge())
        .findFirst();
  }

  private Optional<Known> declared(Optional<Method> method) {
    Generics generics = new Generics(rawType());
    return method.map(found -> new Known(null, generics.resolve(found.getGenericReturnType())));
  }
}
