package dev.gantry.cli.jshell;

import dev.gantry.UsageException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** How JShell, which finds it by its name as a service, comes to run snippets our way. */
public final class GantryExecutionProvider implements ExecutionControlProvider {
  static final String NAME = "gantry";

  /** Of the shell that runs: JShell makes this class itself, and hands nothing over. */
  private static final AtomicReference<Evaluation> CURRENT = new AtomicReference<>();

  static void use(Evaluation evaluation) {
    CURRENT.set(evaluation);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
    Evaluation evaluation = CURRENT.get();
    if (evaluation == null) {
      throw new UsageException("the execution 'gantry' is for gantry --jshell");
    }
    return new GantryExecution(evaluation);
  }
}
