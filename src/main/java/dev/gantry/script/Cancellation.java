package dev.gantry.script;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What has to happen beside an interrupt for running code to stop.
 *
 * <p>A read that blocks on a stream socket takes no notice of {@link Thread#interrupt()}: only
 * closing it from another thread ends it. Whoever blocks so registers the closing here.
 */
public final class Cancellation {
  private final Set<Runnable> hooks = ConcurrentHashMap.newKeySet();

  /**
   * Adds an action for the next {@link #cancel()}. It must not block.
   *
   * @return closes without an effect of its own: the action is forgotten
   */
  public Registration onCancel(Runnable action) {
    Runnable hook = action::run; // an identity of its own: one action may be registered twice
    hooks.add(hook);
    return () -> hooks.remove(hook);
  }

  /** Runs every registered action. One that fails does not keep the others from running. */
  public void cancel() {
    hooks.forEach(Cancellation::runQuietly);
  }

  private static void runQuietly(Runnable hook) {
    try {
      hook.run();
    } catch (RuntimeException alreadyGone) {
      // What is being stopped may be closing itself at this moment: then there is nothing to do.
    }
  }

  /** A registered action. */
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
