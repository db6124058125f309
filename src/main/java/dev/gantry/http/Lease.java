package dev.gantry.http;

/**
 * A connection in use by one call.
 *
 * @param call which request to which daemon, for messages
 * @param atEnd what becomes of the connection when the answer is read to its end
 */
record Lease(Wire wire, String call, Patience patience, Runnable atEnd) {

  Lease thenAtEnd(Runnable other) {
    return new Lease(wire, call, patience, other);
  }
}
