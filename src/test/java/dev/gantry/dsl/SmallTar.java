package dev.gantry.dsl;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** A tar with one file, in the format of POSIX.1-1988: enough of a file system for an image. */
final class SmallTar {
  private static final int BLOCK = 512;
  private static final int CHECKSUM = 148;

  private SmallTar() {}

  static byte[] of(String name, String content) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
    put(header, 124, String.format("%011o\0%011o\0", content.length(), 0));
    put(header, CHECKSUM, "        0");
    put(header, 257, "ustar\00000");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xFF;
    }
    put(header, CHECKSUM, String.format("%06o\0 ", sum));
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    tar.writeBytes(header);
    byte[] blocks = new byte[(content.length() + BLOCK - 1) / BLOCK * BLOCK + 2 * BLOCK];
    put(blocks, 0, content);
    tar.writeBytes(blocks);
    return tar.toByteArray();
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
