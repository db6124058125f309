package dev.gantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gantry.testing.Peer;
import dev.gantry.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;

/** Ground for what holds over every kind of connection: a scripted peer and a client for it. */
@Timeout(30)
interface ExchangeContract {
  String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
  Timeouts SHORT = Timeouts.longPoll().withConnect(Duration.ofSeconds(5));

  /** A peer on this kind of connection. */
  Peer peer(Peer.Script... scripts) throws IOException;

  /** What a test does with a client. */
  @FunctionalInterface
  interface Use {
    void with(HttpClient client) throws Exception;
  }

  /** Lets a client talk to a peer, and closes both. */
  default void talk(Peer.Script script, Use use) throws Exception {
    try (Peer peer = peer(script);
        HttpClient client = new HttpClient(Transport.to(peer.host()))) {
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
