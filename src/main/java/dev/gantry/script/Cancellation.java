package dev.gantry.script;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What has to happen beside an interrupt for running code to stop.
 *
 * <p>A read that blocks on a stream socket takes no notice of {@link Thread#interrupt()}: only
 * closing it from another thread ends it. Whoever blocks so registers the closing here.
 */
public final class Cancellation {
  private final List<Runnable> hooks = new CopyOnWriteArrayList<>();
  private final List<Runnable> ends = new CopyOnWriteArrayList<>();

  /**
   * Adds an action for the next {@link #cancel()}. It must not block.
   *
   * @return to be closed when there is nothing left to stop: the action is then forgotten
   */
  public Registration onCancel(Runnable action) {
    hooks.add(action);
    return () -> hooks.remove(action);
  }

  /** Runs every registered action. One that fails does not keep the others from running. */
  public void cancel() {
    hooks.forEach(Cancellation::runQuietly);
  }

  /** Adds an action for {@link #end()}. */
  public void onEnd(Runnable action) {
    ends.add(action);
  }

  /** Whether {@link #end()} has something to do. */
  public boolean awaitsEnd() {
    return !ends.isEmpty();
  }

  /** Lets go of what lasts as long as the process: nothing that needs it runs any more. */
  public void end() {
    ends.forEach(Cancellation::runQuietly);
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
