package dev.gantry.engine;

import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets only those requests pass that change nothing, once it is switched on: for good, or while
 * something runs.
 *
 * <p>It stands before every request of a client, and asks the catalogue what a request is.
 */
final class ReadOnly implements HttpExchange {
  private final HttpExchange http;
  private final AtomicInteger blocks = new AtomicInteger();
  private volatile @Nullable String forGood;

  ReadOnly(HttpExchange http) {
    this.http = http;
  }

  /**
   * Refuses changes from now on.
   *
   * @param why who wants it, such as {@code --read-only}
   */
  void forGood(String why) {
    forGood = why;
  }

  /** Refuses changes, of every thread, until the work is done. */
  <T extends @Nullable Object> T during(Supplier<T> work) {
    blocks.incrementAndGet();
    try {
      return work.get();
    } finally {
      blocks.decrementAndGet();
    }
  }

  boolean isOn() {
    return forGood != null || blocks.get() > 0;
  }

  @Override
  public HttpResponse send(HttpRequest request) {
    if (isOn()) {
      refuse(Route.of(request));
    }
    return http.send(request);
  }

  private void refuse(Route route) {
    if (route.mutates()) {
      String why = forGood;
      throw new ReadOnlyException(route.does(), why == null ? "docker.readOnly" : why);
    }
  }
}
