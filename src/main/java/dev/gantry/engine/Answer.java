package dev.gantry.engine;

import java.util.Locale;

/** How the answer to an operation travels: the catalogue's column {@code answer}. */
public enum Answer {
  /** A status and nothing else. */
  EMPTY,
  /** Plain text. */
  TEXT,
  /** A status and headers: the answer to HEAD. */
  HEADERS,
  /** One JSON value. */
  JSON,
  /** One JSON value that may take minutes: the daemon walks disks or asks a registry. */
  SLOW_JSON,
  /** Headers at once, one JSON value when a container ends. */
  WAIT,
  /** JSON objects, one after the other; an {@code errorDetail} among them is a failure. */
  OBJECTS,
  /**
   * Output of a program: frames that tell the streams apart, or raw bytes where there is a
   * terminal.
   */
  FRAMES,
  /** A tar archive. */
  TAR,
  /** The connection is taken over by the streams of a program. */
  HIJACK,
  /** The connection becomes a WebSocket. */
  WEBSOCKET;

  static Answer parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** True when the answer is read while it is made, on a connection of its own. */
  public boolean isStream() {
    return compareTo(OBJECTS) >= 0;
  }
}
