package dev.gantry.http;

import dev.gantry.http.HttpRequest.Link;
import dev.gantry.transport.ConnectionException;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one daemon and keeps idle connections for the next ones. May be used by many
 * threads at once.
 */
public final class HttpClient implements HttpExchange, AutoCloseable {
  private final Transport transport;
  private final ConnectionPool pool = new ConnectionPool();

  /** Those that were taken over and are still in use somewhere; forgotten with their last user. */
  private final Map<UpgradedConnection, ThreadGroup> takenOver =
      Collections.synchronizedMap(new WeakHashMap<>());

  public HttpClient(Transport transport) {
    this.transport = transport;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A GET or HEAD that dies on a connection of the pool before the first byte of its answer is
   * sent once more on a new one; no other request is ever sent twice.
   */
  @Override
  public HttpResponse send(HttpRequest request) {
    Patience patience = new Patience(request.timeouts(), call(request));
    Wire idle = idle(request);
    if (idle == null) {
      HttpResponse response = exchange(request, dial(request, patience), patience).send();
      response.upgraded().ifPresent(this::takenOver);
      return response;
    }
    Exchange first = exchange(request, idle, patience);
    try {
      return first.send();
    } catch (ConnectionException e) {
      if (!request.safe() || !first.died()) {
        throw e;
      }
      pool.claim(transport.width());
      return exchange(request, dial(request, patience), patience).send();
    }
  }

  /** One of the pool; null when one has to be dialled, for which it is noted already. */
  private @Nullable Wire idle(HttpRequest request) {
    if (request.link() == Link.SHARED) {
      return pool.takeOrClaim(!request.safe(), transport.width());
    }
    pool.claim(transport.width());
    return null;
  }

  /**
   * Closes every connection that was taken over, from any thread: reads of it end as cancelled,
   * whichever thread they are in.
   */
  public void cancel() {
    cancel(group -> true);
  }

  /** Closes, as {@link #cancel()} does, those that threads of such groups took over. */
  public void cancel(Predicate<ThreadGroup> whose) {
    Map<UpgradedConnection, ThreadGroup> all;
    synchronized (takenOver) {
      all = new HashMap<>(takenOver);
    }
    all.forEach(
        (connection, group) -> {
          if (whose.test(group)) {
            connection.close();
          }
        });
  }

  private void takenOver(UpgradedConnection connection) {
    takenOver.put(connection, Thread.currentThread().getThreadGroup());
  }

  private Exchange exchange(HttpRequest request, Wire wire, Patience patience) {
    wire.begin(patience);
    Ending ending = request.link() == Link.SHARED ? Ending.reuse(wire, pool) : Ending.close(wire);
    return new Exchange(
        request, new Lease(wire, call(request), patience, ending), transport.host());
  }

  /** An interrupt while it dials cancels the call, as later on. */
  private Wire dial(HttpRequest request, Patience patience) {
    boolean opened = false;
    try {
      Wire wire = new Wire(transport.dial(patience.connect()), patience, pool::closedOne);
      opened = true;
      return wire;
    } catch (ConnectionException e) {
      throw patience.interrupted()
          ? StreamException.cancelled(call(request) + " was cancelled")
          : e;
    } catch (IOException e) {
      throw new ConnectionException("Cannot use the connection to " + transport.host(), "", e);
    } finally {
      pool.settle(opened);
    }
  }

  private String call(HttpRequest request) {
    return request + " on " + transport.host();
  }

  /**
   * Closes the idle connections; those in use are closed when their answers are, unless they share
   * something that ends with the transport, as sessions of ssh do.
   */
  @Override
  public void close() {
    pool.close();
    transport.close();
  }
}
