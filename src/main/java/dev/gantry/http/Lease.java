package dev.gantry.http;

/**
 * A connection in use by one call.
 *
 * @param call which request to which daemon, for messages
 */
record Lease(Wire wire, String call, Patience patience, Ending ending) {

  Lease with(Ending other) {
    return new Lease(wire, call, patience, other);
  }

  Lease oneWay() {
    return with(Ending.close(wire));
  }
}
