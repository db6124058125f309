package dev.gantry.engine.buildkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes messages of Protocol Buffers. */
final class Wire {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Wire number(int id, long value) {
    varint((long) id << 3);
    varint(value);
    return this;
  }

  Wire text(int id, String value) {
    return raw(id, value.getBytes(StandardCharsets.UTF_8));
  }

  Wire message(int id, Wire value) {
    return raw(id, value.bytes());
  }

  Wire time(int id, long seconds, long nanos) {
    return message(id, new Wire().number(1, seconds).number(2, nanos));
  }

  private Wire raw(int id, byte[] value) {
    varint(((long) id << 3) | 2);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    bytes.write((int) left);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes());
  }
}
