package dev.gantry.script;

import dev.gantry.DidYouMean;
import groovy.lang.MetaClass;
import groovy.lang.MetaMethod;
import groovy.lang.MetaProperty;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import groovy.lang.Script;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Sentences for a name that does not exist, with the one that was probably meant. */
final class MissingNames {
  private MissingNames() {}

  /**
   * @param variables the names that a script could have used
   */
  static String property(MissingPropertyException missing, Collection<String> variables) {
    String name = missing.getProperty();
    Class<?> type = missing.getType();
    if (type == null || Script.class.isAssignableFrom(type)) {
      return "no such variable '" + name + "'" + DidYouMean.hint(name, variables);
    }
    Collection<String> known =
        metaClass(type).getProperties().stream().map(MetaProperty::getName).toList();
    return type.getSimpleName() + " has no property '" + name + "'" + DidYouMean.hint(name, known);
  }

  static String method(MissingMethodException missing) {
    String name = missing.getMethod();
    Class<?> type = missing.getType();
    String owner = Script.class.isAssignableFrom(type) ? "" : type.getSimpleName() + ".";
    Collection<String> known = methods(type);
    if (known.contains(name)) {
      return owner + name + " does not take (" + types(missing.getArguments()) + ")";
    }
    return "no such method '" + owner + name + "'" + DidYouMean.hint(name, known);
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
