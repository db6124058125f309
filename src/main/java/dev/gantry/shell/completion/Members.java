package dev.gantry.shell.completion;

import dev.gantry.dsl.Docker;
import dev.gantry.dsl.Resource;
import dev.gantry.dsl.ValueExtensions;
import dev.gantry.dsl.Verb;
import dev.gantry.dsl.Verbs;
import groovy.lang.GroovyObject;
import groovy.lang.MetaMethod;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
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
          "rows",
          "cells");

  /** What has something to be written, searched or compared. */
  private static final Set<Class<?>> EVERY_VALUES =
      Set.of(Resource.class, Collection.class, Map.class);

  /** The methods of {@link ValueExtensions} in a few words. */
  private static final Map<String, String> ABOUT =
      Map.ofEntries(
          Map.entry("json", "as JSON text"),
          Map.entry("yaml", "as YAML text"),
          Map.entry("csv", "as CSV text"),
          Map.entry("ndjson", "a line of JSON each"),
          Map.entry("tree", "as an indented tree"),
          Map.entry("paths", "a line per scalar"),
          Map.entry("compare", "what differs"),
          Map.entry("at", "by a JSON pointer"),
          Map.entry("table", "as a table"),
          Map.entry("vertical", "a line per name"),
          Map.entry("pipe", "through a program"),
          Map.entry("save", "into a file"));

  /** Docker's own requests, beside the verbs that make them. */
  private static final Set<String> RAW = Set.of("get", "head", "post", "put", "delete");

  private Members() {}

  static Stream<Suggestion> of(Class<?> type, String word) {
    Map<String, Suggestion> members = new TreeMap<>();
    Arrays.stream(type.getMethods())
        .filter(Members::isSpoken)
        .sorted(Comparator.comparingInt(Method::getParameterCount))
        .map(method -> suggestion(type, method))
        .forEach(member -> members.putIfAbsent(member.text(), member));
    if (EVERY_VALUES.stream().anyMatch(it -> it.isAssignableFrom(type))) {
      everyValues().forEach(member -> members.putIfAbsent(member.text(), member));
    }
    if (!word.isEmpty() && !type.getName().startsWith(OURS)) {
      groovys(type).forEach(member -> members.putIfAbsent(member.text(), member));
    }
    return members.values().stream();
  }

  private static Stream<Suggestion> everyValues() {
    return Arrays.stream(ValueExtensions.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .map(Method::getName)
        .map(name -> new Suggestion(name + "(", Groups.EVERY_VALUE, ABOUT.getOrDefault(name, "")));
  }

  /** Groovy adds some two hundred methods to a list: shown only once a letter narrows them. */
  private static Stream<Suggestion> groovys(Class<?> type) {
    return InvokerHelper.getMetaClass(type).getMetaMethods().stream()
        .map(MetaMethod::getName)
        .filter(name -> Character.isJavaIdentifierStart(name.charAt(0)) && !name.contains("$"))
        .distinct()
        .map(name -> new Suggestion(name + "(", Groups.GROOVYS, ""));
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
        ? new Suggestion(method.getName() + "(", group(type, method), about(type, method))
        : new Suggestion(property, Groups.PROPERTIES, method.getReturnType().getSimpleName());
  }

  private static String group(Class<?> type, Method method) {
    boolean raw = type == Docker.class && RAW.contains(method.getName());
    return raw ? Groups.RAW_CALLS : Groups.METHODS;
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
