package dev.gantry.shell.running;

import dev.gantry.http.StreamException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one run: its own, and those that it starts, which are in the group of the thread
 * that makes them (java.lang.Thread).
 */
final class RunThreads extends ThreadGroup {
  /** Ours end with the connection that they serve, and keep what others use too. */
  private static final String OURS = "gantry-";

  private volatile @Nullable Run run;
  private volatile boolean told;

  RunThreads(ThreadGroup home, String name, Run run) {
    super(home, name);
    this.run = run;
  }

  /** The run that this thread belongs to; null when there is none, or it is over. */
  static @Nullable Run current() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group != null && !(group instanceof RunThreads)) {
      group = group.getParent();
    }
    return group instanceof RunThreads threads ? threads.run : null;
  }

  /** Whether this thread was started by a run, over or not. */
  static boolean isOfARun() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group != null && !(group instanceof RunThreads)) {
      group = group.getParent();
    }
    return group != null;
  }

  /** Its threads that go on, if any, belong to nobody, and what it gave is not kept for them. */
  void runIsOver() {
    run = null;
  }

  /** A thread that ends because it was told to has nothing to tell. */
  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    if (!told || !isInterrupt(error)) {
      super.uncaughtException(thread, error);
    }
  }

  private static boolean isInterrupt(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException
          || (cause instanceof StreamException stream && stream.cancelled())) {
        return true;
      }
    }
    return false;
  }

  void interruptAll() {
    told = true;
    Thread[] threads = new Thread[activeCount() + 16];
    int count = enumerate(threads, true);
    Stream.of(Arrays.copyOf(threads, count))
        .filter(thread -> !thread.getName().startsWith(OURS))
        .forEach(Thread::interrupt);
  }
}
