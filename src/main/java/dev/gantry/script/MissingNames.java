package dev.gantry.script;

import dev.gantry.DidYouMean;
import dev.gantry.dsl.Verbs;
import groovy.lang.GroovyClassLoader;
import groovy.lang.MetaClass;
import groovy.lang.MetaMethod;
import groovy.lang.MetaProperty;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.metaclass.MethodSelectionException;
import org.jspecify.annotations.Nullable;

/** Sentences for a name that does not exist, with the one that was probably meant. */
final class MissingNames {
  private static final Pattern OF_ELEMENT =
      Pattern.compile("No such property: (\\w+) for class: (?:[\\w$]+\\.)*([\\w$]+)");

  private static final Pattern SEVERAL = Pattern.compile("which method ([^\\s(]+)");

  private MissingNames() {}

  /**
   * @param variables the names that a script could have used
   */
  static String property(MissingPropertyException missing, Collection<String> variables) {
    String name = missing.getProperty();
    Class<?> type = missing.getType();
    if (name == null) { // of an element of a list: Groovy tells the rest in its message only
      return ofElement(String.valueOf(missing.getMessage()));
    }
    if (isOfScript(type)) {
      return noVariable(name) + hint(Script.class, name, nameable(variables));
    }
    if (methods(type).contains(name)) {
      return "'" + name + "' of " + type.getSimpleName() + " is a verb: " + name + "(…) calls it";
    }
    Collection<String> known =
        metaClass(type).getProperties().stream().map(MetaProperty::getName).toList();
    String hint =
        variables.contains(name) && type.getClassLoader() instanceof GroovyClassLoader
            ? "; a class does not see the variables of a script or session: hand it over"
            : hint(type, name, known);
    return type.getSimpleName() + " has no property '" + name + "'" + hint;
  }

  private static boolean isOfScript(@Nullable Class<?> type) {
    return type == null || Script.class.isAssignableFrom(type);
  }

  static String noVariable(String name) {
    return "no such variable '" + name + "'";
  }

  /** The variable that is missing by that error; empty for another error. */
  static String variable(Throwable error) {
    return error instanceof MissingPropertyException missing
            && missing.getProperty() != null
            && isOfScript(missing.getType())
        ? missing.getProperty()
        : "";
  }

  /** Nobody means the last result by a letter that is wrong. */
  private static Collection<String> nameable(Collection<String> variables) {
    return variables.stream().filter(variable -> !variable.startsWith("_")).toList();
  }

  private static String ofElement(String message) {
    Matcher told = OF_ELEMENT.matcher(message);
    return told.find()
        ? told.group(2) + " has no property '" + told.group(1) + "'"
        : message.lines().findFirst().orElse("no such property");
  }

  static String method(MissingMethodException missing) {
    String name = missing.getMethod();
    Class<?> type = missing.getType();
    String owner = Script.class.isAssignableFrom(type) ? "" : type.getSimpleName() + ".";
    List<?> given =
        missing.getArguments() == null ? List.of() : Arrays.asList(missing.getArguments());
    String cli = Verbs.of(type, name).isPresent() ? "" : CliWords.hint(type, name, given);
    if (cli.isEmpty() && methods(type).contains(name)) {
      return owner + name + " does not take (" + types(missing.getArguments()) + ")";
    }
    return "no such method '"
        + owner
        + name
        + "'"
        + Stream.of(cli, property(type, name))
            .filter(hint -> !hint.isEmpty())
            .findFirst()
            .orElseGet(() -> DidYouMean.hint(name, methods(type)));
  }

  /** Somebody may call what is only read. */
  private static String property(Class<?> type, String name) {
    boolean read =
        type.getPackage() == Verbs.class.getPackage()
            && metaClass(type).getProperties().stream().anyMatch(it -> it.getName().equals(name));
    return read ? "; '" + name + "' is read without brackets" : "";
  }

  private static String hint(Class<?> type, String name, Collection<String> known) {
    String cli = CliWords.hint(type, name, List.of());
    return cli.isEmpty() ? DidYouMean.hint(name, known) : cli;
  }

  /** None of several methods of one name fits better than the others. */
  static String unclear(MethodSelectionException several) {
    Matcher told = SEVERAL.matcher(String.valueOf(several.getMessage()));
    String name = told.find() ? told.group(1) : "method";
    return "these arguments do not tell which '" + name + "' is meant";
  }

  private static String types(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument == null ? "null" : argument.getClass().getSimpleName())
        .collect(Collectors.joining(", "));
  }

  private static Collection<String> methods(Class<?> type) {
    MetaClass metaClass = metaClass(type);
    return Stream.concat(metaClass.getMethods().stream(), metaClass.getMetaMethods().stream())
        .map(MetaMethod::getName)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static MetaClass metaClass(Class<?> type) {
    return InvokerHelper.getMetaClass(type);
  }
}
