package dev.gantry.shell.completion;

import dev.gantry.dsl.Docker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What engines have, as far as it was read in the background: a cache in front of requests that
 * only read. Whoever asks waits for a moment, and then gets what was known before.
 *
 * <p>The same is asked once at a time; what is older than two seconds is asked anew. An engine that
 * does not answer is given up after a while, and holds up neither the prompt nor leaving.
 */
final class Live {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Duration GIVEN_UP = Duration.ofSeconds(5);
  private static final int KEPT = 200;
  private static final int THREADS = 3;

  private final Supplier<Optional<Docker>> current;
  private final ThreadPoolExecutor threads;
  private final Map<Question, Entry> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Entry> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * A reading.
   *
   * @param docker the engine; null for the session's own
   * @param id tells it from other readings of that engine
   */
  record Question(@Nullable Docker docker, String id) {}

  /** What was read last, and the reading that is on its way. */
  private static final class Entry {
    private volatile @Nullable Object value;
    private volatile long readAt;
    private long startedAt;
    private @Nullable Future<?> flight;
    private CompletableFuture<Boolean> landing = new CompletableFuture<>();

    private boolean isFresh() {
      return readAt != 0 && System.nanoTime() - readAt < FRESH.toNanos();
    }

    private boolean isFlying() {
      return flight != null && !flight.isDone();
    }
  }

  /**
   * @param current the engine of the session; it may be made for that, in the background
   */
  Live(Supplier<Optional<Docker>> current) {
    this.current = current;
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Live::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "completion");
    thread.setDaemon(true);
    return thread;
  }

  /** How an engine is read. */
  @FunctionalInterface
  interface Reading {
    @Nullable Object by(Docker docker);
  }

  /**
   * The answer, or what it was before.
   *
   * @param until the moment by {@link System#nanoTime} at which waiting ends
   */
  Optional<Object> ask(Question question, Reading reading, long until) {
    Entry entry;
    CompletableFuture<Boolean> landing;
    synchronized (known) {
      entry = known.computeIfAbsent(question, any -> new Entry());
      if (!entry.isFresh()) {
        start(entry, question, reading);
      }
      landing = entry.landing;
    }
    if (!entry.isFresh()) {
      await(landing, until);
    }
    return Optional.ofNullable(entry.value);
  }

  private void start(Entry entry, Question question, Reading reading) {
    Future<?> flight = entry.flight;
    if (flight != null && entry.isFlying()) {
      if (System.nanoTime() - entry.startedAt < GIVEN_UP.toNanos()) {
        return;
      }
      flight.cancel(true);
    }
    CompletableFuture<Boolean> landing = new CompletableFuture<>();
    entry.landing = landing;
    entry.startedAt = System.nanoTime();
    try {
      entry.flight = threads.submit(() -> land(entry, landing, question, reading));
    } catch (RejectedExecutionException e) {
      landing.complete(false);
    }
  }

  /** An engine that refuses leaves nothing known of it, and is not asked again at once. */
  private void land(
      Entry entry, CompletableFuture<Boolean> landing, Question question, Reading reading) {
    try {
      Docker docker = question.docker() == null ? current.get().orElse(null) : question.docker();
      entry.value = docker == null ? null : reading.by(docker);
    } catch (RuntimeException e) {
      entry.value = Thread.currentThread().isInterrupted() ? entry.value : null;
    } finally {
      entry.readAt = System.nanoTime();
      landing.complete(true);
    }
  }

  /** Whether an engine has been asked something, and is still to answer. */
  boolean isWaiting() {
    synchronized (known) {
      return known.values().stream().anyMatch(Entry::isFlying);
    }
  }

  private static void await(CompletableFuture<Boolean> landing, long until) {
    try {
      landing.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // What was known before has to do.
    }
  }
}
