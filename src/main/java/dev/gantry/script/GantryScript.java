package dev.gantry.script;

import dev.gantry.UsageException;
import dev.gantry.json.Tabular;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The base of every script: what can be called in it without a receiver. */
public abstract class GantryScript extends Script {
  private @Nullable Thread home;
  private @Nullable IntConsumer exitProcess;
  private String description = "";

  /** Tells the script where it runs and how a process ends. */
  void startsOn(Thread thread, IntConsumer howToExit) {
    home = thread;
    exitProcess = howToExit;
  }

  /** Tells the script what its file says at the beginning. */
  void isDescribedBy(String header) {
    description = header;
  }

  /**
   * Reads the script's arguments: {@code def options = parseArgs(days: 30, yes: false, args: [])}.
   *
   * <p>What is false is a flag, a number takes a whole number, a list may be given several times,
   * anything else takes a text; {@code dryRun} is written {@code --dry-run}. What is no option is
   * collected in {@code args} where that is named, and refused otherwise; {@code args: 'VOLUME
   * FILE'} wants exactly two. {@code --help} prints the comment at the beginning of the script and
   * ends it.
   *
   * @param defaults the options and their values when they are not given
   * @return the options with the values given
   */
  public Map<String, @Nullable Object> parseArgs(Map<String, ? extends @Nullable Object> defaults) {
    List<String> args = List.of((String[]) getBinding().getVariable("args"));
    if (ScriptArguments.askForHelp(args)) {
      println(description);
      exit();
    }
    return ScriptArguments.parse(defaults, args);
  }

  /**
   * Prints a value and ends the line. A table is printed as one, although what {@code list()} gives
   * is a List, and Groovy writes every List in brackets.
   */
  @Override
  public void println(@Nullable Object value) {
    super.println(
        value instanceof Tabular table ? Tabular.of(table.columns(), table.rows()) : value);
  }

  /** Calls a method that the script itself does not have: in a session, one of another entry. */
  @Override
  public @Nullable Object invokeMethod(String name, Object args) {
    Script owner = getBinding() instanceof ScriptBinding ours ? ours.methodOwner(name) : null;
    return owner == null
        ? super.invokeMethod(name, args)
        : owner.getMetaClass().invokeMethod(owner, name, args);
  }

  /**
   * Chooses how values of a type of yours are shown: {@code display { Foo f -> [name: f.name] }}.
   *
   * @throws UsageException the closure has not exactly one typed parameter
   */
  public void display(Closure<?> view) {
    if (getBinding().getVariable("display") instanceof Displays displays) {
      displays.call(view);
    }
  }

  /** Ends the script and the process with status 0. */
  public void exit() {
    exit(0);
  }

  /**
   * Ends the script and the process.
   *
   * <p>In the script's own thread, closures included, {@code finally} blocks run and {@code catch
   * (Exception e)} does not hold it up. From any other thread the process ends at once.
   *
   * @param status 0 to 255; 0 means success
   * @throws UsageException the status is none that a process can have
   */
  public void exit(int status) {
    if (status < 0 || status > 255) {
      throw new UsageException("an exit status is 0 to 255, not " + status);
    }
    if (exitProcess != null && Thread.currentThread() != home) {
      exitProcess.accept(status);
    }
    throw new ScriptExit(status);
  }
}
