package dev.gantry.http;

import dev.gantry.http.HttpRequest.Link;
import dev.gantry.transport.ConnectionException;
import dev.gantry.transport.Transport;
import java.io.IOException;

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
    Patience patience = new Patience(request.timeouts(), call(request));
    Wire idle = request.link() == Link.SHARED ? pool.take(!request.safe()) : null;
    if (idle == null) {
      return exchange(request, dial(patience), patience).send();
    }
    Exchange first = exchange(request, idle, patience);
    try {
      return first.send();
    } catch (ConnectionException e) {
      if (!request.safe() || !first.died()) {
        throw e;
      }
      return exchange(request, dial(patience), patience).send();
    }
  }

  private Exchange exchange(HttpRequest request, Wire wire, Patience patience) {
    wire.begin(patience);
    Ending ending = request.link() == Link.SHARED ? Ending.reuse(wire, pool) : Ending.close(wire);
    return new Exchange(
        request, new Lease(wire, call(request), patience, ending), transport.host());
  }

  private Wire dial(Patience patience) {
    try {
      return new Wire(transport.dial(patience.connect()), patience);
    } catch (IOException e) {
      throw new ConnectionException("Cannot use the connection to " + transport.host(), "", e);
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
