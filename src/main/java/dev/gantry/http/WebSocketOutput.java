package dev.gantry.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * What goes out on a WebSocket: each write in binary frames, masked as a client's have to be (RFC
 * 6455, sections 5.2 and 5.3). Pongs are written by the thread that reads.
 */
final class WebSocketOutput extends OutputStream implements UpgradedConnection.Controls {
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PONG = 10;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PIECE = 1 << 16;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  /** Status 1000, a normal end (RFC 6455, section 7.4.1). */
  private static final byte[] NORMAL = {3, (byte) 232};

  private final UpgradedConnection raw;
  private boolean closed;

  WebSocketOutput(UpgradedConnection raw) {
    this.raw = raw;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] b, int off, int len) throws IOException {
    for (int at = 0; at < len; at += PIECE) {
      send(BINARY, ByteBuffer.wrap(b, off + at, Math.min(PIECE, len - at)));
    }
  }

  /** Sends one frame; none after the one that closes. */
  synchronized void send(int kind, ByteBuffer content) throws IOException {
    if (closed) {
      if (kind == BINARY) {
        throw StreamException.cancelled("the output of this WebSocket is closed");
      }
      return;
    }
    closed = kind == CLOSE;
    byte[] mask = new byte[4];
    RANDOM.nextBytes(mask);
    int length = content.remaining();
    ByteBuffer frame = ByteBuffer.allocate(length + 14);
    frame.put((byte) (FINAL | kind));
    putLength(frame, length);
    frame.put(mask);
    for (int i = 0; i < length; i++) {
      frame.put((byte) (content.get() ^ mask[i % 4]));
    }
    raw.out().write(frame.array(), 0, frame.position());
  }

  private static void putLength(ByteBuffer frame, int length) {
    if (length < 126) {
      frame.put((byte) (MASKED | length));
    } else if (length <= 0xFFFF) {
      frame.put((byte) (MASKED | 126)).putShort((short) length);
    } else {
      frame.put((byte) (MASKED | 127)).putLong(length);
    }
  }

  @Override
  public void shutdownOutput() {
    try {
      send(CLOSE, ByteBuffer.wrap(NORMAL));
    } catch (IOException e) {
      throw StreamException.lost("the connection of this WebSocket is gone", e);
    }
  }

  @Override
  public void close() {
    raw.close();
  }
}
