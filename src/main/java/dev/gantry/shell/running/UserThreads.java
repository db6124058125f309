package dev.gantry.shell.running;

import java.util.function.Consumer;

/** The threads of all runs, and those that outlived theirs. */
final class UserThreads extends ThreadGroup {
  private final Consumer<Throwable> failures;

  /**
   * No threads yet.
   *
   * @param failures hears what ended a thread
   */
  UserThreads(Consumer<Throwable> failures) {
    super("user");
    this.failures = failures;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    failures.accept(error);
  }
}
