package dev.gantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gantry.testing.Peer;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;

/**
 * Ground for what holds over every kind of connection: a scripted peer and a client for it.
 *
 * <p>A new kind of transport is tested by a class such as {@link TcpExchangeTest}: it implements
 * every contract here, makes its peer in {@link #peer} (bytes must pass unchanged both ways, and
 * each direction must end by itself), and says by {@link #transport} how to reach it.
 */
@Timeout(30)
interface ExchangeContract {
  String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
  Timeouts SHORT = Timeouts.longPoll().withConnect(Duration.ofSeconds(5));

  /** A peer on this kind of connection. */
  Peer peer(Peer.Script... scripts) throws IOException;

  /** The way to such a peer. */
  default Transport transport(Peer peer) {
    return Transport.to(peer.host());
  }

  /** What a test does with a client. */
  @FunctionalInterface
  interface Use {
    void with(HttpClient client) throws Exception;
  }

  /** Lets a client talk to a peer, and closes both. */
  default void talk(Peer.Script script, Use use) throws Exception {
    try (Peer peer = peer(script);
        HttpClient client = new HttpClient(transport(peer))) {
      use.with(client);
    }
  }

  /** Answers every request on the connection. */
  static Peer.Script always(String answer) {
    return line -> {
      while (true) {
        line.head();
        line.send(answer);
      }
    };
  }

  /** Answers one request and leaves. */
  static Peer.Script once(String... pieces) {
    return line -> {
      line.head();
      for (String piece : pieces) {
        line.send(piece).pause(20);
      }
    };
  }

  static String text(HttpResponse response) {
    try (response) {
      return new String(response.bodyBytes(1 << 20), UTF_8);
    }
  }
}
