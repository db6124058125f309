package dev.gantry.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gantry.testing.Fuzz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages of a WebSocket, cut, damaged and broken off. */
@Timeout(60)
class WebSocketFuzzTest {
  private static final int CONTINUATION = 0;
  private static final int LAST = 0x80;

  @Test
  void messages() {
    Fuzz.read(WebSocketFuzzTest::messages, WebSocketFuzzTest::read);
  }

  private static String read(InputStream in) throws IOException {
    UpgradedConnection raw =
        new UpgradedConnection(
            in,
            OutputStream.nullOutputStream(),
            new UpgradedConnection.Controls() {
              @Override
              public void shutdownOutput() {}

              @Override
              public void close() {}
            });
    try (InputStream messages = new WebSocketInput(in, new WebSocketOutput(raw))) {
      return new String(messages.readAllBytes(), ISO_8859_1);
    }
  }

  /** Messages in fragments of all lengths, control frames between them, and the close. */
  private static byte[] messages(Random random) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int kind = 1 + random.nextInt(2);
      while (random.nextInt(3) > 0) {
        all.writeBytes(frame(kind, bytes(200, random), random));
        kind = CONTINUATION;
        all.writeBytes(frame(LAST | (9 + random.nextInt(2)), bytes(20, random), random));
      }
      all.writeBytes(frame(LAST | kind, bytes(70_000, random), random));
    }
    all.writeBytes(new byte[] {(byte) (LAST | WebSocketOutput.CLOSE), 0});
    return all.toByteArray();
  }

  private static byte[] bytes(int longest, Random random) {
    byte[] bytes = new byte[random.nextInt(1 + random.nextInt(longest))];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A frame; the length of a short one in any of the forms that it may have. */
  private static byte[] frame(int first, byte[] content, Random random) {
    int length = content.length;
    int form = length > 0xFFFF ? 2 : length > 125 ? 1 : 0;
    ByteBuffer frame = ByteBuffer.allocate(10 + length).put((byte) first);
    switch (Math.max(form, (first & 0x08) == 0 ? random.nextInt(3) : 0)) {
      case 0 -> frame.put((byte) length);
      case 1 -> frame.put((byte) 126).putShort((short) length);
      default -> frame.put((byte) 127).putLong(length);
    }
    frame.put(content).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }
}
