package dev.gantry.http;

/**
 * What becomes of a connection when an answer is read to its end.
 *
 * @param reusable whether reading the rest of an unwanted body is worth a try
 */
record Ending(boolean reusable, Runnable action) {

  /** It waits in the pool for the next request. */
  static Ending reuse(Wire wire, ConnectionPool pool) {
    return new Ending(true, () -> pool.add(wire));
  }

  static Ending close(Wire wire) {
    return new Ending(false, wire::close);
  }

  /** The other direction may still be in use. */
  static Ending leaveOpen() {
    return new Ending(false, () -> {});
  }
}
