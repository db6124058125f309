package dev.gantry.script;

import dev.gantry.engine.NotFoundException;
import groovy.lang.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.runtime.InvokerHelper;
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
  private final Results results = new Results();
  private final EntryTexts texts = new EntryTexts();
  private final AtomicInteger entries = new AtomicInteger();
  private final AtomicInteger runs = new AtomicInteger();
  private final SessionCompiler compiler;
  private final KnownNames names;
  private final Set<Thread> calling = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Thread running;
  private volatile int kept;
  private volatile String missedKey = "";
  private volatile boolean loop;
  private volatile UnaryOperator<String> elsewhere = name -> "";

  public Session(ScriptSettings settings) {
    this.settings = settings;
    binding = new ScriptBinding(settings.objects());
    compiler = new SessionCompiler(settings.grab());
    names = new KnownNames(binding);
    results.offerTo(binding);
  }

  /** The variables as they are now: what completion looks at, and what a test reads. */
  public ScriptBinding variables() {
    return binding;
  }

  /** The names that an entry can use now. */
  public KnownNames names() {
    return names;
  }

  /** What was entered under a number; nothing where it was too long ago, or never. */
  public Optional<String> text(int entry) {
    return texts.text(entry);
  }

  /** The number of the last entry: {@code 12} for what error messages call {@code gantry:12}. */
  public int lastEntry() {
    return entries.get();
  }

  /**
   * Compiles and runs one entry in the calling thread.
   *
   * <p>An entry that fails changes nothing: variables, methods, classes and imports are what they
   * were before it, and so is {@code _}. What happened to objects, and on the engine, has happened.
   * One that comes to its end after a later one was started, because nobody waited for it, leaves
   * no result either.
   */
  public Outcome evaluate(String entry) {
    int number = entries.incrementAndGet();
    ScriptSource source = new ScriptSource(EntryTexts.name(number), entry);
    int run = runs.incrementAndGet();
    Outcome outcome = evaluate(run, texts.add(number, source), source);
    if (outcome instanceof Outcome.Value given && !isLate(run)) {
      results.record(number, given.value(), binding);
    }
    return outcome;
  }

  /**
   * Compiles and runs the text of a file as an entry is run. It takes no number, and its value is
   * no result.
   */
  public Outcome evaluate(ScriptSource file) {
    return evaluate(runs.incrementAndGet(), texts.add(file), file);
  }

  private Outcome evaluate(int run, String name, ScriptSource source) {
    running = Thread.currentThread();
    KeyWatch.take();
    SessionCompiler.Memory before = compiler.memory();
    binding.begin();
    Outcome outcome = outcome(name, source);
    boolean keep = !(outcome instanceof Outcome.Failed) || kept == run || isLate(run);
    if (!keep) {
      binding.undo();
      compiler.restore(before);
    }
    names.now(compiler.memory());
    if (outcome instanceof Outcome.Failed failed) {
      binding.setVariable("_error", failed.error());
    }
    return outcome;
  }

  private boolean isLate(int run) {
    return run != runs.get();
  }

  private Outcome outcome(String name, ScriptSource source) {
    try {
      return new Outcome.Value(run(source, compiler.compile(name, source)));
    } catch (ScriptExit exit) {
      return new Outcome.Exit(exit.status());
    } catch (ScriptException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Outcome.Failed(withHint(e, cause), cause);
    } finally {
      missedKey = KeyWatch.take();
    }
  }

  /**
   * Calls code of the user's in the calling thread, beside the entries: it leaves no result behind,
   * its error is explained as theirs are, and {@code exit} ends nothing but this call.
   */
  public Outcome call(Callable<?> code) {
    calling.add(Thread.currentThread());
    try {
      return new Outcome.Value(code.call());
    } catch (Throwable e) {
      return explained(e);
    } finally {
      calling.remove(Thread.currentThread());
    }
  }

  /** Explains what code of the user's threw, in whichever thread. */
  public Outcome explained(Throwable thrown) {
    try {
      ScriptSource nowhere = new ScriptSource("gantry:" + lastEntry(), "");
      ScriptException e = new RuntimeErrors(nowhere, texts::place, binding).explain(thrown);
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return new Outcome.Failed(String.valueOf(e.getMessage()), cause);
    } catch (ScriptExit exit) {
      return new Outcome.Exit(exit.status());
    }
  }

  /** Adds a name that entries see; its object is made on first use. */
  public void offer(String name, Supplier<?> object) {
    binding.offer(name, object);
  }

  /** The key that the last entry did not find in a map, as a sentence; empty for none. */
  public String missedKey() {
    return missedKey;
  }

  /**
   * Has errors tell where there is something of a name that is no variable's.
   *
   * @param sentence gives that for a name, and nothing for most; at once, or nearly so
   */
  public void lookElsewhere(UnaryOperator<String> sentence) {
    elsewhere = sentence;
  }

  /**
   * Whether the last entry ended by going through something, as {@code docker.ps().each { … }}: its
   * value is what it went through, and is not worth showing.
   */
  public boolean wasLoop() {
    return loop;
  }

  private String withHint(ScriptException e, Throwable cause) {
    String message = String.valueOf(e.getMessage());
    String variable = MissingNames.variable(cause);
    String found = variable.isEmpty() ? "" : elsewhere.apply(variable);
    if (!found.isEmpty()) {
      int told = MissingNames.noVariable(variable).length();
      return message.substring(0, told) + "; " + found + message.substring(told);
    }
    boolean known =
        cause instanceof NotFoundException && binding.getVariables().containsKey("docker");
    String hint =
        known ? NearNames.hint((NotFoundException) cause, binding.getVariable("docker")) : "";
    return hint.isEmpty() ? message : e.reason() + hint + message.substring(e.reason().length());
  }

  /** Says that the entry that runs is about to be stopped: what it has assigned by then stays. */
  public void keepWhatIsThere() {
    kept = runs.get();
  }

  /**
   * Forgets a variable or method of the user's. One that lay over a name of ours ({@code docker =
   * 5}) gives it back.
   *
   * @return whether there was such a name
   */
  public boolean forget(String name) {
    return binding.forget(name);
  }

  /** Forgets every variable, method, class and import of the user's, and all results. */
  public void reset() {
    binding.forgetAll();
    results.clear();
    compiler.clear();
    names.now(compiler.memory());
  }

  /** The imports that entries have, as they are written. */
  public List<String> imports() {
    return compiler.imports();
  }

  /** How many classes the session holds on to. */
  int loadedClasses() {
    return compiler.loadedClasses();
  }

  /** Loads and runs the compiler once, so that the first entry does not wait for its classes. */
  public static void warmUp() {
    new Session(new ScriptSettings(Map.of(), false, status -> {}))
        .evaluate("[1].collect { it + 1 }");
  }

  private @Nullable Object run(ScriptSource source, Class<?> type) {
    loop = Loops.isMarked(type);
    if (!Script.class.isAssignableFrom(type)) {
      return null; // the entry only declares classes
    }
    try {
      Script script = InvokerHelper.newScript(type.asSubclass(Script.class), binding);
      if (script instanceof GantryScript ours) {
        ours.startsOn(Thread.currentThread(), this::exit);
      }
      EntryMethods.publish(script, binding);
      return script.run();
    } catch (Throwable e) {
      throw new RuntimeErrors(source, texts::place, binding).explain(e);
    } finally {
      compiler.forget(type);
    }
  }

  /** A method from an earlier entry runs on another thread than its own script did. */
  private void exit(int status) {
    if (Thread.currentThread() == running || calling.contains(Thread.currentThread())) {
      throw new ScriptExit(status);
    }
    settings.exitProcess().accept(status);
  }
}
