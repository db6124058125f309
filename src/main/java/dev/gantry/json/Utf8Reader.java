package dev.gantry.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 with one read of the stream per fill, so that it never waits for more than the next
 * bytes (an {@code InputStreamReader} asks {@code available()} and may read again).
 *
 * <p>Bytes that are no UTF-8 become U+FFFD, as in Go (Go 1.26.3, encoding/json, package
 * documentation, Security Considerations).
 */
final class Utf8Reader extends Reader {
  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private boolean ended;

  Utf8Reader(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length < 2) {
      throw new IllegalArgumentException("room for a pair of surrogates is needed");
    }
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (true) {
      decoder.decode(bytes, chars, ended);
      int count = chars.position();
      if (count > 0) {
        return count;
      }
      if (ended) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(0, count)).flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
