package dev.gantry.script;

import groovy.lang.ExpandoMetaClass;
import groovy.lang.MetaMethod;
import groovy.lang.Script;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.codehaus.groovy.reflection.CachedClass;
import org.codehaus.groovy.reflection.ReflectionCache;

/** The methods of an entry, which live on with the script that has them. */
final class EntryMethods {
  private EntryMethods() {}

  /** Publishes the methods that an entry declares, for itself and for those after it. */
  static void publish(Script script, ScriptBinding binding) {
    for (String name : names(script.getClass())) {
      Script older = binding.methodOwner(name);
      if (older != null) {
        takeIn(older, name, script);
      }
      binding.declareMethod(name, script);
    }
  }

  private static Set<String> names(Class<?> script) {
    return Arrays.stream(script.getDeclaredMethods())
        .filter(method -> !method.isSynthetic() && !isGroovys(method))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isGroovys(Method method) {
    return method.getName().contains("$")
        || (method.getName().equals("run") && method.getParameterCount() == 0)
        || method.getName().equals("main");
  }

  /** Overloads of earlier entries stay, but for those whose parameters are declared anew. */
  private static void takeIn(Script older, String name, Script newer) {
    Set<List<Class<?>>> anew =
        newer.getMetaClass().respondsTo(newer, name).stream()
            .map(EntryMethods::parameters)
            .collect(Collectors.toSet());
    List<MetaMethod> kept =
        older.getMetaClass().respondsTo(older, name).stream()
            .filter(method -> !anew.contains(parameters(method)))
            .toList();
    if (!kept.isEmpty()) {
      ExpandoMetaClass metaClass = new ExpandoMetaClass(newer.getClass(), false, true);
      metaClass.initialize();
      kept.forEach(method -> metaClass.registerInstanceMethod(new Inherited(method, older)));
      newer.setMetaClass(metaClass);
    }
  }

  private static List<Class<?>> parameters(MetaMethod method) {
    return List.of(method.getNativeParameterTypes());
  }

  /** A method of an earlier entry, called on the newer one. */
  private static final class Inherited extends MetaMethod {
    private final MetaMethod method;
    private final Script owner;

    Inherited(MetaMethod method, Script owner) {
      super(method.getNativeParameterTypes());
      this.method = method;
      this.owner = owner;
    }

    @Override
    public Object invoke(Object newer, Object[] arguments) {
      return method.doMethodInvoke(owner, arguments);
    }

    @Override
    public int getModifiers() {
      return method.getModifiers();
    }

    @Override
    public String getName() {
      return method.getName();
    }

    @Override
    public Class<?> getReturnType() {
      return method.getReturnType();
    }

    @Override
    public CachedClass getDeclaringClass() {
      return ReflectionCache.getCachedClass(Script.class);
    }
  }
}
