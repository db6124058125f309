package dev.gantry.http;

import dev.gantry.GantryException;
import dev.gantry.http.HttpRequest.Link;
import dev.gantry.transport.Transport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one daemon and keeps idle connections for the next ones. May be used by many
 * threads at once.
 */
public final class HttpClient implements HttpExchange, AutoCloseable {
  private final Transport transport;
  private final ConnectionPool pool = new ConnectionPool();

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
    Wire idle = request.link() == Link.SHARED ? pool.take(!request.safe()) : null;
    if (idle != null && request.safe()) {
      HttpResponse response = tryReused(request, idle);
      if (response != null) {
        return response;
      }
      idle = null;
    }
    Patience patience = new Patience(request.timeouts(), call(request));
    return exchange(request, idle == null ? dial(patience) : idle, patience).send();
  }

  private @Nullable HttpResponse tryReused(HttpRequest request, Wire wire) {
    try {
      return exchange(request, wire, new Patience(request.timeouts(), call(request))).send();
    } catch (GantryException e) {
      if (wire.in().answered() || wire.in().cancelled()) {
        throw e;
      }
      return null;
    }
  }

  private Exchange exchange(HttpRequest request, Wire wire, Patience patience) {
    wire.begin(patience);
    Runnable atEnd = request.link() == Link.SHARED ? () -> pool.add(wire) : wire::close;
    return new Exchange(request, new Lease(wire, call(request), patience, atEnd), transport.host());
  }

  private Wire dial(Patience patience) {
    try {
      return new Wire(transport.dial(patience.connect()), patience);
    } catch (IOException e) {
      throw new dev.gantry.transport.ConnectionException(
          "Cannot use the connection to " + transport.host(), "", e);
    }
  }

  private String call(HttpRequest request) {
    return request + " on " + transport.host();
  }

  /** Closes the idle connections; those in use are closed when their answers are. */
  @Override
  public void close() {
    pool.close();
  }
}
