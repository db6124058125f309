package dev.gantry.transport.pem;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;

/** Reads values of DER (ITU-T X.690) one after another, as far as keys have them. */
final class DerReader {
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int OID = 0x06;
  static final int SEQUENCE = 0x30;
  static final int CONTEXT_0 = 0xa0;

  private static final int LONG_FORM = 0x80;

  private final byte[] in;
  private int position;

  DerReader(byte[] in) {
    this.in = in.clone();
  }

  boolean has(int tag) {
    return position < in.length && (in[position] & 0xff) == tag;
  }

  /** The content of the next value, which has this tag. */
  byte[] read(int tag) throws IOException {
    if (!has(tag)) {
      throw new IOException("no value of kind " + tag + " where one belongs");
    }
    position++;
    int length = length();
    if (length < 0 || length > in.length - position) {
      throw new IOException("a value is longer than the whole");
    }
    position += length;
    return Arrays.copyOfRange(in, position - length, position);
  }

  private int length() throws IOException {
    int first = next();
    if (first < LONG_FORM) {
      return first;
    }
    int length = 0;
    for (int i = first - LONG_FORM; i > 0; i--) {
      length = length << Byte.SIZE | next();
    }
    return length;
  }

  private int next() throws IOException {
    if (position >= in.length) {
      throw new IOException("a value is cut off");
    }
    return in[position++] & 0xff;
  }

  DerReader enter(int tag) throws IOException {
    return new DerReader(read(tag));
  }

  int readInteger() throws IOException {
    return new BigInteger(read(INTEGER)).intValue();
  }

  /** An object identifier as dotted numbers. */
  String readOid() throws IOException {
    StringBuilder dotted = new StringBuilder();
    long arc = 0;
    for (byte b : read(OID)) {
      arc = arc << 7 | (b & 0x7f);
      if (b >= 0) {
        dotted.append(dotted.length() == 0 ? arc / 40 + "." + arc % 40 : "." + arc);
        arc = 0;
      }
    }
    return dotted.toString();
  }
}
