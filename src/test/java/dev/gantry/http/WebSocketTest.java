package dev.gantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.transport.ConnectionException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WebSocketTest {
  private static final byte[] CLOSE = {(byte) 0x88, 2, 3, (byte) 232};

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private UpgradedConnection raw(InputStream in) {
    return new UpgradedConnection(
        in,
        sent,
        new UpgradedConnection.Controls() {
          @Override
          public void shutdownOutput() {}

          @Override
          public void close() {}
        });
  }

  private UpgradedConnection webSocket(InputStream in) {
    UpgradedConnection raw = raw(in);
    WebSocketOutput out = new WebSocketOutput(raw);
    return new UpgradedConnection(new WebSocketInput(in, out), out, out);
  }

  private String received(byte[]... frames) throws IOException {
    return new String(webSocket(new ByteArrayInputStream(join(frames))).in().readAllBytes(), UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static byte[] frame(int first, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return join(new byte[] {(byte) first, (byte) bytes.length}, bytes);
  }

  private void assertLost(String sentence, byte[]... frames) {
    assertThatThrownBy(() -> received(frames))
        .isInstanceOfSatisfying(StreamException.class, e -> assertThat(e.cancelled()).isFalse())
        .hasMessage(sentence);
  }

  @Test
  void endWithoutACloseIsLost() {
    String sentence = "the WebSocket was lost: it ended without being closed";
    assertLost(sentence);
    assertLost(sentence, frame(0x82, "whole"));
    assertLost(sentence, new byte[] {(byte) 0x82});
    assertLost("the WebSocket was lost within a message", new byte[] {(byte) 0x82, 5, 'a'});
  }

  @Test
  void whatNoServerMaySendIsRefused() {
    assertLost("what came is not a frame of a WebSocket server", new byte[] {(byte) 0x82, -1});
    assertLost("what came is not a frame of a WebSocket server", frame(0xC2, "a"));
    assertLost("the WebSocket has a frame of the unknown kind 3", frame(0x83, "a"));
    assertLost("the fragments of a WebSocket message are out of order", frame(0x80, "a"));
    assertLost(
        "the fragments of a WebSocket message are out of order", frame(2, "a"), frame(0x82, "b"));
    assertLost("a control frame of the WebSocket is too long or in pieces", frame(9, "a"));
    assertLost(
        "a frame of the WebSocket is longer than can be",
        new byte[] {(byte) 0x82, 127, -1, 0, 0, 0, 0, 0, 0, 0});
  }

  @Test
  void handshakeIsChecked() {
    Headers wrong = Headers.of("Sec-WebSocket-Accept", "c29tZXRoaW5nIGVsc2U=");
    for (Supplier<HttpResponse> answer :
        Arrays.<Supplier<HttpResponse>>asList(
            () -> HttpResponse.of(101, wrong, raw(InputStream.nullInputStream())),
            () -> HttpResponse.of(200, Headers.none(), raw(InputStream.nullInputStream())),
            () -> HttpResponse.of(200, Headers.none(), new byte[0]))) {
      assertThatThrownBy(() -> new WebSocketHandshake().accepted(answer.get()))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("The daemon did not agree to a WebSocket (status ");
    }
  }

  @Test
  void messagesFragmentsAndPingsAreRead() throws IOException {
    byte[] big = new byte[70_000];
    Arrays.fill(big, (byte) 'b');
    byte[] bigHead =
        ByteBuffer.allocate(10).put((byte) 0x82).put((byte) 127).putLong(70_000).array();
    byte[] mediumHead = {(byte) 0x82, 126, 1, 0};

    String text =
        received(
            frame(0x81, "te"),
            frame(2, "x"),
            frame(0x89, "ping"),
            frame(0, ""),
            frame(0x80, "t"),
            frame(0x8A, "unasked"),
            join(bigHead, big),
            join(mediumHead, Arrays.copyOf(big, 256)),
            CLOSE,
            frame(0x82, "after the end"));

    assertThat(text).isEqualTo("text" + "b".repeat(70_256));
    assertThat(unmasked(sent.toByteArray())).containsExactly(join(frame(0x8A, "ping"), CLOSE));
  }

  @Test
  void writesAreMaskedAndNoneFollowTheClose() throws IOException {
    UpgradedConnection socket = webSocket(InputStream.nullInputStream());
    socket.out().write("hi".getBytes(UTF_8));
    socket.shutdownOutput();

    assertThat(unmasked(sent.toByteArray())).containsExactly(join(frame(0x82, "hi"), CLOSE));
    assertThatThrownBy(() -> socket.out().write(1)).isInstanceOf(StreamException.class);
  }

  /** The frames of a client (short ones) as a server would send them. */
  private static byte[] unmasked(byte[] frames) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ByteBuffer in = ByteBuffer.wrap(frames);
    while (in.hasRemaining()) {
      plain.write(in.get());
      int length = in.get() & 0xff;
      assertThat(length & 0x80).isEqualTo(0x80);
      plain.write(length & 0x7f);
      byte[] mask = new byte[4];
      in.get(mask);
      for (int i = 0; i < (length & 0x7f); i++) {
        plain.write(in.get() ^ mask[i % 4]);
      }
    }
    return plain.toByteArray();
  }
}
