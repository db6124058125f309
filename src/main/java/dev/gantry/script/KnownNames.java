package dev.gantry.script;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/**
 * The names that an entry may use without a receiver: variables, imports, classes, and what every
 * script can call. For showing a slip while it is typed: nothing of the user's is run, no class
 * initialised.
 */
public final class KnownNames {
  /** What Groovy imports by itself (Groovy 6.0.0, ResolveVisitor.DEFAULT_IMPORTS). */
  private static final List<String> PACKAGES =
      List.of("java.lang.", "java.util.", "java.io.", "java.net.", "groovy.lang.", "groovy.util.");

  private static final Set<String> BY_THEMSELVES = Set.of("BigDecimal", "BigInteger", "it");

  private final ScriptBinding variables;
  private final Map<String, Boolean> classes = new ConcurrentHashMap<>();
  private volatile Set<String> declared = Set.of();
  private volatile Set<String> imports = Set.of();
  private volatile @Nullable Set<String> methods;

  KnownNames(ScriptBinding variables) {
    this.variables = variables;
  }

  /** Gathers the methods of a script. Takes a while the first time; until then all is known. */
  public void load() {
    var script = InvokerHelper.getMetaClass(GantryScript.class);
    methods =
        Stream.concat(script.getMethods().stream(), script.getMetaMethods().stream())
            .map(method -> method.getName())
            .flatMap(name -> Stream.concat(Stream.of(name), property(name)))
            .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> property(String method) {
    return method.length() > 3 && method.startsWith("get")
        ? Stream.of(Character.toLowerCase(method.charAt(3)) + method.substring(4))
        : Stream.empty();
  }

  /** Whether an entry that used the name now would find something. */
  public boolean knows(String name) {
    Set<String> callable = methods;
    return callable == null
        || callable.contains(name)
        || BY_THEMSELVES.contains(name)
        || declared.contains(name)
        || variables.hasVariable(name)
        || variables.methodOwner(name) != null
        || isImported(name)
        || isClass(PACKAGES, name);
  }

  /** Takes over what the entries so far have left. */
  void now(SessionCompiler.Memory left) {
    declared =
        left.classes().values().stream().map(Class::getSimpleName).collect(Collectors.toSet());
    imports = Set.copyOf(left.imports().imports().keySet());
  }

  private boolean isImported(String name) {
    return imports.contains(name)
        || imports.contains("static " + name)
        || imports.stream().filter(one -> one.endsWith("*")).anyMatch(star -> has(star, name));
  }

  private boolean has(String star, String name) {
    String from = star.substring(0, star.length() - 1);
    return from.startsWith("static ")
        ? isMember(from.substring("static ".length()), name)
        : isClass(List.of(from.endsWith(".") ? from : from + "."), name);
  }

  private boolean isClass(List<String> packages, String name) {
    return Character.isUpperCase(name.charAt(0))
        && packages.stream().anyMatch(one -> exists(one + name));
  }

  private boolean exists(String type) {
    return classes.computeIfAbsent(type, one -> find(one) != null);
  }

  private static boolean isMember(String type, String name) {
    Class<?> found = find(type);
    return found != null
        && Stream.concat(
                Arrays.stream(found.getMethods()).map(Method::getName),
                Arrays.stream(found.getFields()).map(Field::getName))
            .anyMatch(name::equals);
  }

  private static @Nullable Class<?> find(String type) {
    try {
      return Class.forName(type, false, KnownNames.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }
}
