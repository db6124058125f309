package dev.gantry.transport.pem;

import java.nio.ByteBuffer;

/**
 * What stands between one {@code BEGIN} and its {@code END} (RFC 7468).
 *
 * @param label what it is, such as {@code CERTIFICATE}
 * @param headers lines before the content, as in RFC 1421, section 4.6; mostly empty
 */
record PemBlock(String label, String headers, ByteBuffer content) {

  static PemBlock of(String label, String headers, byte[] content) {
    return new PemBlock(label, headers, ByteBuffer.wrap(content));
  }

  byte[] bytes() {
    byte[] bytes = new byte[content.remaining()];
    content.duplicate().get(bytes);
    return bytes;
  }
}
