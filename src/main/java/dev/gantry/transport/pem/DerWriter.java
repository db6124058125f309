package dev.gantry.transport.pem;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes values of DER (ITU-T X.690), as far as keys have them. */
final class DerWriter {
  private static final int SHORT = 0x80;

  private DerWriter() {}

  static byte[] sequence(byte[]... parts) {
    return value(DerReader.SEQUENCE, parts);
  }

  static byte[] value(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    writeLength(all, content.size());
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < SHORT) {
      out.write(length);
      return;
    }
    byte[] bytes = BigInteger.valueOf(length).toByteArray();
    int start = bytes[0] == 0 ? 1 : 0;
    out.write(SHORT | bytes.length - start);
    out.write(bytes, start, bytes.length - start);
  }
}
