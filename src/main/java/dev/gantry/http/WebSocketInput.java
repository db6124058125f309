package dev.gantry.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * What comes in on a WebSocket: the content of its messages, whole or in fragments (RFC 6455,
 * sections 5.2 to 5.5). Pings are answered. The frame that closes is the end; a connection that
 * ends without it is lost.
 */
final class WebSocketInput extends InputStream {
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int PING = 9;
  private static final int RESERVED_BITS = 0x70;
  private static final int MOST_OF_CONTROL = 125;

  private final InputStream in;
  private final WebSocketOutput out;
  private long left;
  private boolean inMessage;
  private boolean ended;

  WebSocketInput(InputStream in, WebSocketOutput out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    if (len == 0) {
      return 0;
    }
    while (left == 0 && !ended) {
      nextFrame();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(b, off, (int) Math.min(len, left));
    if (count < 0) {
      throw broken("the WebSocket was lost within a message");
    }
    left -= count;
    return count;
  }

  private void nextFrame() throws IOException {
    byte[] head = exactly(2);
    boolean last = (head[0] & 0x80) != 0;
    int kind = head[0] & 0x0f;
    if ((head[0] & RESERVED_BITS) != 0 || (head[1] & 0x80) != 0) {
      throw broken("what came is not a frame of a WebSocket server");
    }
    long length = length(head[1] & 0x7f);
    switch (kind) {
      case CONTINUATION, TEXT, WebSocketOutput.BINARY -> {
        if ((kind == CONTINUATION) != inMessage) {
          throw broken("the fragments of a WebSocket message are out of order");
        }
        inMessage = !last;
        left = length;
      }
      case WebSocketOutput.CLOSE, PING, WebSocketOutput.PONG -> {
        if (!last || length > MOST_OF_CONTROL) {
          throw broken("a control frame of the WebSocket is too long or in pieces");
        }
        control(kind, exactly((int) length));
      }
      default -> throw broken("the WebSocket has a frame of the unknown kind " + kind);
    }
  }

  private long length(int announced) throws IOException {
    if (announced < 126) {
      return announced;
    }
    byte[] more = exactly(announced == 126 ? 2 : 8);
    long length =
        announced == 126
            ? ByteBuffer.wrap(more).getShort() & 0xFFFF
            : ByteBuffer.wrap(more).getLong();
    if (length < 0) {
      throw broken("a frame of the WebSocket is longer than can be");
    }
    return length;
  }

  private void control(int kind, byte[] content) throws IOException {
    if (kind == PING) {
      out.send(WebSocketOutput.PONG, ByteBuffer.wrap(content));
    } else if (kind == WebSocketOutput.CLOSE) {
      ended = true;
      echoClose(content);
    }
  }

  /** Section 5.5.1: who is told of the close says it back; the other side may have left already. */
  private void echoClose(byte[] content) throws IOException {
    try {
      out.send(WebSocketOutput.CLOSE, ByteBuffer.wrap(content));
    } catch (StreamException e) {
      // It is closed on both sides; that is what was wanted.
    }
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw broken("the WebSocket was lost: it ended without being closed");
    }
    return bytes;
  }

  private static StreamException broken(String why) {
    return StreamException.lost(why, new IOException(why));
  }
}
