package dev.gantry.script;

import groovy.lang.Script;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.jspecify.annotations.Nullable;

/** Runs scripts, each in a class loader and with variables of its own, on the calling thread. */
public final class ScriptRunner {
  private final ScriptSettings settings;

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
   */
  public @Nullable Object run(ScriptSource source, List<String> args) {
    ScriptBinding binding = new ScriptBinding(settings.objects());
    binding.setVariable("args", args.toArray(String[]::new));
    ScriptCompiler compiler = new ScriptCompiler(settings.grab());
    Class<?> type = compile(compiler, source);
    try {
      return start(type, binding);
    } catch (Throwable e) {
      throw new RuntimeErrors(source, compiler, binding).explain(e);
    }
  }

  private static Class<?> compile(ScriptCompiler compiler, ScriptSource source) {
    try {
      return compiler.compile(source);
    } catch (CompilationFailedException e) {
      throw CompileErrors.explain(e, source);
    }
  }

  private @Nullable Object start(Class<?> type, ScriptBinding binding) throws Throwable {
    if (Script.class.isAssignableFrom(type)) {
      Script script = InvokerHelper.newScript(type.asSubclass(Script.class), binding);
      if (script instanceof GantryScript ours) {
        ours.startsOn(Thread.currentThread(), settings.exitProcess());
      }
      return script.run();
    }
    if (Arrays.stream(type.getMethods()).map(Method::getName).noneMatch("main"::equals)) {
      return null;
    }
    return InvokerHelper.invokeMethod(type, "main", new Object[] {binding.getVariable("args")});
  }
}
