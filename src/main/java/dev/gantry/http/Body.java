package dev.gantry.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a request carries. */
public interface Body {

  /** Number of bytes, or -1 when it is not known beforehand; then it is sent in chunks. */
  long length();

  /**
   * Writes all bytes. Runs once, in the thread that sends the request, which blocks while the
   * daemon is slow to read.
   */
  void writeTo(OutputStream out) throws IOException;

  /** A body that is all in memory. */
  static Body of(byte[] bytes) {
    return stream(bytes.length, out -> out.write(bytes));
  }

  /** A text in UTF-8. */
  static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A body of unknown length, written piece by piece. */
  static Body stream(Writer writer) {
    return stream(-1, writer);
  }

  /** A body of known length, written piece by piece. */
  static Body stream(long length, Writer writer) {
    return new Body() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        writer.writeTo(out);
      }
    };
  }

  /** Writes the bytes of a body. */
  @FunctionalInterface
  interface Writer {
    void writeTo(OutputStream out) throws IOException;
  }
}
