package dev.gantry.transport;

/** The first bytes of a TLS connection (RFC 8446, section 5.1). */
final class TlsRecord {
  private static final int FIRST_TYPE = 20;
  private static final int LAST_TYPE = 23;
  private static final int HANDSHAKE = 22;
  private static final int MAJOR = 3;
  private static final int SERVER_HELLO = 2;

  /** Where a ServerHello that is the first of its record says its version. */
  private static final int MESSAGE = 5;

  private static final int VERSION = 9;
  private static final int TLS_1_2 = 3;

  private TlsRecord() {}

  static boolean isTls(byte[] start) {
    return start[0] >= FIRST_TYPE
        && start[0] <= LAST_TYPE
        && (start.length == 1 || start[1] == MAJOR);
  }

  /** Whether it is a ServerHello that says TLS 1.1 or older. */
  static boolean choosesOldVersion(byte[] start) {
    return start.length > VERSION + 1
        && start[0] == HANDSHAKE
        && start[MESSAGE] == SERVER_HELLO
        && start[VERSION] == MAJOR
        && start[VERSION + 1] < TLS_1_2;
  }
}
