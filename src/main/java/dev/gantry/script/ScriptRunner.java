package dev.gantry.script;

import dev.gantry.UsageException;
import groovy.lang.Script;
import java.util.List;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/** Runs scripts, each in a class loader and with variables of its own, on the calling thread. */
public final class ScriptRunner {
  private final ScriptSettings settings;
  private volatile UnaryOperator<Throwable> explainer = UnaryOperator.identity();

  public ScriptRunner(ScriptSettings settings) {
    this.settings = settings;
  }

  /**
   * Compiles and runs a script.
   *
   * @param source what to run: statements, or a class with a {@code main} method
   * @param args what the script sees as {@code args}, a {@code String[]} as in every Groovy script
   * @return the value of the last statement; null when it has none
   * @throws ScriptException it does not compile, or an error came out of it
   * @throws ScriptExit it called {@code exit}
   * @throws UsageException it does not take these arguments
   */
  public @Nullable Object run(ScriptSource source, List<String> args) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    if (settings.grab()) {
      thread.setContextClassLoader(GrabLibraries.loader());
    }
    try {
      return compileAndRun(source, args.toArray(String[]::new));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private @Nullable Object compileAndRun(ScriptSource source, String[] args) {
    ScriptBinding binding = new ScriptBinding(settings.objects());
    binding.setVariable("args", args);
    ScriptCompiler compiler = new ScriptCompiler(settings.grab());
    Class<?> type = compile(compiler, source);
    RuntimeErrors errors = new RuntimeErrors(source, compiler, binding);
    explainer = errors::explain;
    try {
      return Script.class.isAssignableFrom(type)
          ? start(InvokerHelper.newScript(type.asSubclass(Script.class), binding), source)
          : MainMethod.of(type).invoke(args);
    } catch (ArgumentException e) {
      throw new UsageException(source.name() + ": " + e.getMessage());
    } catch (Throwable e) {
      throw errors.explain(e);
    }
  }

  /**
   * Explains an error from a thread that the script started.
   *
   * @throws ScriptExit the script called {@code exit} there
   */
  public Throwable explain(Throwable error) {
    return explainer.apply(error);
  }

  private static Class<?> compile(ScriptCompiler compiler, ScriptSource source) {
    try {
      return compiler.compile(source);
    } catch (CompilationFailedException e) {
      throw CompileErrors.explain(e, source);
    }
  }

  private @Nullable Object start(Script script, ScriptSource source) {
    if (script instanceof GantryScript ours) {
      ours.startsOn(Thread.currentThread(), settings.exitProcess());
      ours.isDescribedBy(source.header());
    }
    return script.run();
  }
}
