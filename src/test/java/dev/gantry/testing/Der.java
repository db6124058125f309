package dev.gantry.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Writes DER (ITU-T X.690), as far as certificates and keys need it. */
public final class Der {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  /** A value of any kind. */
  public static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    length(all, content.size());
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  private static void length(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
    } else {
      byte[] bytes = BigInteger.valueOf(length).toByteArray();
      int start = bytes[0] == 0 ? 1 : 0;
      out.write(0x80 | (bytes.length - start));
      out.write(bytes, start, bytes.length - start);
    }
  }

  /** SEQUENCE. */
  public static byte[] sequence(byte[]... parts) {
    return tagged(0x30, parts);
  }

  /** INTEGER. */
  public static byte[] integer(BigInteger value) {
    return tagged(2, value.toByteArray());
  }

  /** OCTET STRING. */
  public static byte[] octets(byte[] value) {
    return tagged(4, value);
  }

  /** BIT STRING of whole bytes. */
  public static byte[] bits(byte[] value) {
    return tagged(3, new byte[1], value);
  }

  /** GeneralizedTime. */
  public static byte[] time(Instant time) {
    return tagged(0x18, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  /** OBJECT IDENTIFIER. */
  public static byte[] oid(String dotted) {
    long[] arcs = Pattern.compile("\\.").splitAsStream(dotted).mapToLong(Long::parseLong).toArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((int) (arcs[0] * 40 + arcs[1]));
    for (int i = 2; i < arcs.length; i++) {
      arc(out, arcs[i]);
    }
    return tagged(6, out.toByteArray());
  }

  private static void arc(ByteArrayOutputStream out, long arc) {
    int groups = Math.max(1, (70 - Long.numberOfLeadingZeros(arc)) / 7);
    for (int i = groups - 1; i >= 0; i--) {
      out.write((int) (arc >> (7 * i) & 0x7f) | (i > 0 ? 0x80 : 0));
    }
  }
}
