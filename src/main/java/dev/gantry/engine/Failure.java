package dev.gantry.engine;

import java.io.Serializable;

/**
 * What an engine refused, and how.
 *
 * @param does what was tried, to complete "Cannot …"
 * @param request method and path, without the query
 * @param where the engine that was asked
 * @param status the HTTP status
 * @param message what the daemon said
 */
record Failure(String does, String request, String where, int status, String message)
    implements Serializable {

  Failure saying(String what) {
    return new Failure(does, request, where, status, what);
  }

  /** What was tried, what the daemon said, and on which call. */
  String sentence() {
    return "Cannot %s: %s (%d on %s, %s)".formatted(does, message, status, request, where);
  }
}
