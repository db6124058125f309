package dev.gantry.transport;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made once, however many want it at the same time, and in a thread of its own,
 * so that an interrupt of one of them does not spoil it for the others. A failure is told to all
 * who waited, and is then forgotten.
 */
final class Once<T> {
  private @Nullable CompletableFuture<T> made;

  /**
   * What was made, or what is being made now; otherwise the maker makes it. An interrupt ends the
   * wait; a thread that was interrupted before is there to clean up, and waits.
   */
  T get(Supplier<T> maker) throws InterruptedException {
    CompletableFuture<T> value = begun(maker);
    boolean cleaningUp = Thread.interrupted();
    try {
      return value.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (cleaningUp) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What was made; empty before that, or while it is being made. */
  synchronized Optional<T> done() {
    return made != null && made.isDone() && !made.isCompletedExceptionally()
        ? Optional.of(made.join())
        : Optional.empty();
  }

  private synchronized CompletableFuture<T> begun(Supplier<T> maker) {
    if (made == null) {
      CompletableFuture<T> value = new CompletableFuture<>();
      made = value;
      Daemon.start("gantry-ssh-connect", () -> make(maker, value));
    }
    return made;
  }

  private void make(Supplier<T> maker, CompletableFuture<T> value) {
    try {
      value.complete(maker.get());
    } catch (RuntimeException | Error e) {
      forgetFailed(value);
      value.completeExceptionally(e);
    }
  }

  /** It is no good any more: it will be made anew. */
  synchronized void forget(T value) {
    if (done().filter(value::equals).isPresent()) {
      made = null;
    }
  }

  private synchronized void forgetFailed(CompletableFuture<T> value) {
    if (made == value) {
      made = null;
    }
  }
}
