package dev.gantry.http;

import java.io.IOException;

/** The other side speaks, but not HTTP. */
final class NotHttpException extends IOException {
  private static final int TLS_ALERT = 0x15;
  private static final int TLS_MAJOR_VERSION = 0x03;

  private final byte[] start;

  /**
   * @param start the first bytes that came
   */
  NotHttpException(byte[] start) {
    super("not HTTP");
    this.start = start;
  }

  /** A server says in plain HTTP that it speaks TLS. */
  static NotHttpException onHttpsPort() {
    return new NotHttpException(new byte[] {TLS_ALERT, TLS_MAJOR_VERSION});
  }

  /** A TLS server answers plain text with an alert record (RFC 8446, section 5.1). */
  boolean speaksTls() {
    return start.length > 1 && start[0] == TLS_ALERT && start[1] == TLS_MAJOR_VERSION;
  }

  /** The first bytes, with dots for what cannot be printed. */
  String excerpt() {
    StringBuilder text = new StringBuilder();
    for (byte b : start) {
      text.append(b >= ' ' && b < 0x7f ? (char) b : '.');
    }
    return text.toString();
  }
}
