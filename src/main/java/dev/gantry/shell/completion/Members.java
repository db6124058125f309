package dev.gantry.shell.completion;

import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import groovy.lang.GroovyObject;
import groovy.lang.MetaMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * The members of a type, as they are typed behind a dot: properties, and methods with a bracket.
 */
public final class Members {
  private static final String OURS = "dev.gantry.";

  /** What every Groovy object has, and nobody types at a prompt. */
  private static final Set<String> UNSPOKEN =
      Stream.of(Object.class, GroovyObject.class)
          .flatMap(type -> Arrays.stream(type.getMethods()))
          .map(Method::getName)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * What Groovy calls behind brackets, dots and conditions, and printers call: nobody types it
   * either.
   */
  private static final Set<String> CALLED_FOR_YOU =
      Set.of(
          "getAt",
          "putAt",
          "propertyMissing",
          "methodMissing",
          "asBoolean",
          "toJson",
          "columns",
          "rows");

  private Members() {}

  static Stream<Suggestion> of(Class<?> type, String word) {
    Map<String, Suggestion> members = new TreeMap<>();
    Arrays.stream(type.getMethods())
        .filter(Members::isSpoken)
        .sorted(Comparator.comparingInt(Method::getParameterCount))
        .map(method -> suggestion(type, method))
        .forEach(member -> members.putIfAbsent(member.text(), member));
    if (!word.isEmpty() && !type.getName().startsWith(OURS)) {
      groovys(type).forEach(member -> members.putIfAbsent(member.text(), member));
    }
    return members.values().stream();
  }

  /** Groovy adds some two hundred methods to a list: shown only once a letter narrows them. */
  private static Stream<Suggestion> groovys(Class<?> type) {
    return InvokerHelper.getMetaClass(type).getMetaMethods().stream()
        .map(MetaMethod::getName)
        .filter(name -> Character.isJavaIdentifierStart(name.charAt(0)) && !name.contains("$"))
        .distinct()
        .map(name -> new Suggestion(name + "(", "Groovy's methods", ""));
  }

  private static boolean isSpoken(Method method) {
    return !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic()
        && !method.getName().contains("$")
        && !UNSPOKEN.contains(method.getName())
        && !CALLED_FOR_YOU.contains(method.getName());
  }

  private static Suggestion suggestion(Class<?> type, Method method) {
    String property = property(method);
    return property.isEmpty()
        ? new Suggestion(method.getName() + "(", "methods", about(type, method))
        : new Suggestion(property, "properties", method.getReturnType().getSimpleName());
  }

  private static String about(Class<?> type, Method method) {
    return Verbs.of(type, method.getName()).map(Verb::summary).orElseGet(() -> parameters(method));
  }

  private static String property(Method method) {
    boolean read = method.getParameterCount() == 0 && method.getReturnType() != void.class;
    String name = method.getName();
    if (read && name.matches("get[A-Z].*")) {
      return decapitalised(name.substring(3));
    }
    boolean flag = method.getReturnType() == boolean.class && name.matches("is[A-Z].*");
    return read && flag && !name.equals("isEmpty") ? decapitalised(name.substring(2)) : "";
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private static String parameters(Method method) {
    return Arrays.stream(method.getParameters())
        .map(parameter -> parameter.getType().getSimpleName() + " " + parameter.getName())
        .collect(Collectors.joining(", "));
  }
}
