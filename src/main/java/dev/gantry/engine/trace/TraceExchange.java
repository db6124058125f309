package dev.gantry.engine.trace;

import dev.gantry.engine.Route;
import dev.gantry.http.HttpExchange;
import dev.gantry.http.HttpRequest;
import dev.gantry.http.HttpRequest.Link;
import dev.gantry.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells of every request: what it is for, the {@code curl} command that would do the same, and how
 * it went: status, time, bytes. All but the command stands behind a {@code #}, so that the whole
 * can be run by a shell.
 */
public final class TraceExchange implements HttpExchange {
  private static final ThreadLocal<Boolean> UNTOLD = ThreadLocal.withInitial(() -> false);

  private final HttpExchange http;
  private final CurlCommand curl;
  private final Consumer<String> lines;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * @param lines takes what there is to read, a line or several at a time, from any thread
   */
  public TraceExchange(HttpExchange http, CurlCommand curl, Consumer<String> lines) {
    this.http = http;
    this.curl = curl;
    this.lines = lines;
  }

  /** Does work of which no trace is told: what completion asks for beside what a person does. */
  public static <T extends @Nullable Object> T untold(Supplier<T> work) {
    UNTOLD.set(true);
    try {
      return work.get();
    } finally {
      UNTOLD.remove();
    }
  }

  @Override
  public HttpResponse send(HttpRequest request) {
    return UNTOLD.get() ? http.send(request) : tell(request);
  }

  private HttpResponse tell(HttpRequest request) {
    Replayable asked = Replayable.of(request);
    String mark = "# " + count.incrementAndGet() + "  ";
    lines.accept(mark + Route.of(request).does() + "\n" + curl.of(asked.request(), asked.json()));
    long start = System.nanoTime();
    try {
      HttpResponse response = http.send(asked.request());
      Tally tally = new Tally(mark + response.status(), start, lines);
      if (request.link() != Link.SHARED) {
        tally.tellOfHead();
      }
      return tally.watch(response);
    } catch (RuntimeException e) {
      lines.accept(mark + "failed after " + millis(start) + ": " + e.getMessage());
      throw e;
    }
  }

  static String millis(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms";
  }
}
