package dev.gantry.engine;

import java.io.Serializable;
import java.util.regex.Pattern;

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
  private static final Pattern FULL_ID = Pattern.compile("\\b([0-9a-f]{12})[0-9a-f]{52}\\b");

  /** The daemon repeats what it was given, such as an address with a password in it. */
  Failure saying(String what) {
    return new Failure(does, request, where, status, Redaction.message(what));
  }

  /** What was tried, what the daemon said, and on which call. */
  String sentence() {
    return "Cannot %s: %s (%d on %s, %s)"
        .formatted(shortened(does), message, status, shortened(request), where);
  }

  /** The first twelve of an id's 64 digits name it as well, and leave a line that can be read. */
  private static String shortened(String text) {
    return FULL_ID.matcher(text).replaceAll("$1");
  }
}
