package dev.gantry.http;

/** Something that answers requests: the client, a decorator around it, or a fake in a test. */
@FunctionalInterface
public interface HttpExchange {

  /**
   * Sends a request and waits for the head of its answer. Every status is an answer, not an error.
   *
   * <p>Interrupting the thread ends the wait, and later that for the body, as a cancelled {@link
   * StreamException} within 200 ms; the interrupt stays set.
   *
   * @return the answer, which the caller closes
   * @throws dev.gantry.transport.ConnectionException the daemon is not reached, or answered not in
   *     time or not in HTTP
   */
  HttpResponse send(HttpRequest request);
}
