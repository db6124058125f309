package dev.gantry.script;

import groovy.lang.GroovyCodeSource;
import groovy.lang.Script;
import groovy.transform.ThreadInterrupt;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.runtime.MethodClosure;
import org.jspecify.annotations.Nullable;

/**
 * Runs the entries of an interactive session, one after the other, each seeing what those before it
 * left: variables (declared with {@code def} or a type, too), methods, classes and imports.
 *
 * <p>No entry is ever run again. Results are kept as {@code _}, {@code __} and {@code Out[n]}, the
 * last error as {@code _error}. Knows no terminal; one entry at a time, from any thread.
 */
public final class Session {
  private final ScriptSettings settings;
  private final ScriptBinding binding;
  private final KeptImports imports = new KeptImports();
  private final Results results = new Results();
  private final EntryTexts texts = new EntryTexts();
  private final AtomicInteger entries = new AtomicInteger();
  private @Nullable SessionClassLoader loader;
  private volatile @Nullable Thread running;

  public Session(ScriptSettings settings) {
    this.settings = settings;
    binding = new ScriptBinding(settings.objects());
  }

  /** The variables as they are now: what completion looks at, and what a test reads. */
  public ScriptBinding variables() {
    return binding;
  }

  /** The number of the last entry: {@code 12} for what error messages call {@code gantry:12}. */
  public int lastEntry() {
    return entries.get();
  }

  /**
   * Compiles and runs one entry in the calling thread.
   *
   * <p>An entry that fails leaves {@code _} as it was. One that comes to its end after a later one
   * was started, because nobody waited for it, leaves no result either.
   */
  public Outcome evaluate(String entry) {
    int number = entries.incrementAndGet();
    running = Thread.currentThread();
    ScriptSource source = texts.add(number, entry);
    try {
      Object value = run(source, compile(source));
      if (number == entries.get()) {
        results.record(number, value, binding);
      }
      return new Outcome.Value(value);
    } catch (ScriptExit exit) {
      return new Outcome.Exit(exit.status());
    } catch (ScriptException e) {
      return failed(e);
    }
  }

  /**
   * Forgets a variable of the user's. One that lay over a name of ours ({@code docker = 5}) gives
   * it back.
   *
   * @return whether there was such a variable
   */
  public boolean forget(String name) {
    return binding.getVariables().remove(name) != null;
  }

  /** Forgets every variable, method, class and import of the user's. */
  public synchronized void reset() {
    binding.getVariables().clear();
    imports.clear();
    loader = null;
  }

  /** How many classes the session holds on to. */
  int loadedClasses() {
    return loader().getLoadedClasses().length;
  }

  /** Loads and runs the compiler once, so that the first entry does not wait for its classes. */
  public void warmUp() {
    new Session(new ScriptSettings(Map.of(), false, status -> {})).evaluate("[1].findAll { it }");
  }

  private Outcome failed(ScriptException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    binding.setVariable("_error", cause);
    return new Outcome.Failed(String.valueOf(e.getMessage()), cause);
  }

  private synchronized Class<?> compile(ScriptSource source) {
    SessionClassLoader classes = loader();
    try {
      GroovyCodeSource code = new GroovyCodeSource(source.text(), source.name(), "/groovy/shell");
      Class<?> type = classes.parseClass(code, false);
      imports.keep();
      return type;
    } catch (CompilationFailedException e) {
      throw CompileErrors.explain(e, source);
    }
  }

  private @Nullable Object run(ScriptSource source, Class<?> type) {
    if (!Script.class.isAssignableFrom(type)) {
      return null; // the entry only declares classes
    }
    try {
      Script script = InvokerHelper.newScript(type.asSubclass(Script.class), binding);
      if (script instanceof GantryScript ours) {
        ours.startsOn(Thread.currentThread(), this::exit);
      }
      methodsOf(script).forEach(binding::setVariable);
      return script.run();
    } catch (Throwable e) {
      throw new RuntimeErrors(source, texts::place, binding).explain(e);
    } finally {
      loader().forget(type);
    }
  }

  /** A method from an earlier entry runs on another thread than its own script did. */
  private void exit(int status) {
    if (Thread.currentThread() == running) {
      throw new ScriptExit(status);
    }
    settings.exitProcess().accept(status);
  }

  /** Methods of an entry live on as closures: a call without receiver finds those by name. */
  private static Map<String, MethodClosure> methodsOf(Script script) {
    Map<String, MethodClosure> methods = new LinkedHashMap<>();
    Arrays.stream(script.getClass().getDeclaredMethods())
        .filter(method -> !method.isSynthetic() && !isGroovys(method))
        .forEach(
            method -> methods.put(method.getName(), new MethodClosure(script, method.getName())));
    return methods;
  }

  private static boolean isGroovys(Method method) {
    return method.getName().contains("$")
        || (method.getName().equals("run") && method.getParameterCount() == 0)
        || method.getName().equals("main");
  }

  private synchronized SessionClassLoader loader() {
    if (loader == null) {
      loader = new SessionClassLoader(Session.class.getClassLoader(), configuration());
    }
    return loader;
  }

  private CompilerConfiguration configuration() {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(GantryScript.class.getName());
    if (!settings.grab()) {
      configuration.setDisabledGlobalASTTransformations(
          Set.of("groovy.grape.GrabAnnotationTransformation"));
      configuration.addCompilationCustomizers(new GrabRefusal());
    }
    configuration.addCompilationCustomizers(
        imports,
        new TopLevelDeclarations(),
        new InterruptibleSleep(),
        new ASTTransformationCustomizer(ThreadInterrupt.class));
    return configuration;
  }
}
