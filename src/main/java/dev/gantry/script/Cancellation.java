package dev.gantry.script;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What has to happen beside an interrupt for running code to stop.
 *
 * <p>A read that blocks on a stream socket takes no notice of {@link Thread#interrupt()}: only
 * closing it from another thread ends it. Whoever blocks so registers the closing here.
 */
public final class Cancellation {
  private final List<Consumer<Predicate<ThreadGroup>>> hooks = new CopyOnWriteArrayList<>();
  private final List<Runnable> ends = new CopyOnWriteArrayList<>();

  /**
   * Adds an action for the next {@link #cancel()}, on behalf of the calling thread. It must not
   * block.
   *
   * @return to be closed when there is nothing left to stop: the action is then forgotten
   */
  public Registration onCancel(Runnable action) {
    ThreadGroup mine = Thread.currentThread().getThreadGroup();
    return onCancelOf(
        whose -> {
          if (whose.test(mine)) {
            action.run();
          }
        });
  }

  /**
   * Adds an action that stops what threads of some groups do. It must not block.
   *
   * @return as of {@link #onCancel}
   */
  public Registration onCancelOf(Consumer<Predicate<ThreadGroup>> action) {
    hooks.add(action);
    return () -> hooks.remove(action);
  }

  /** Runs every registered action. One that fails does not keep the others from running. */
  public void cancel() {
    cancel(group -> true);
  }

  /** Stops what the threads of a group do, and those of the groups in it; others go on. */
  public void cancel(ThreadGroup threads) {
    cancel(threads::parentOf);
  }

  private void cancel(Predicate<ThreadGroup> whose) {
    hooks.forEach(hook -> runQuietly(() -> hook.accept(whose)));
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
