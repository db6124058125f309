package dev.gantry.http;

import static dev.gantry.http.ExchangeContract.always;
import static dev.gantry.http.ExchangeContract.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.http.HttpRequest.Link;
import dev.gantry.testing.Peer;
import dev.gantry.transport.ConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Which connections are used again. */
interface PoolContract extends ExchangeContract {

  @Test
  default void postThatDiesOnAReusedConnectionIsNotRepeated() throws Exception {
    AtomicInteger seen = new AtomicInteger();
    Peer.Script dies =
        line -> {
          line.head();
          line.send(OK);
          line.head();
          seen.incrementAndGet();
        };
    talk(
        dies,
        client -> {
          text(client.send(HttpRequest.post("/a")));
          assertThatThrownBy(() -> client.send(HttpRequest.post("/b")))
              .isInstanceOf(ConnectionException.class);
          assertThat(seen).hasValue(1);
        });
  }

  @Test
  default void getThatDiesOnAReusedConnectionIsRepeatedOnce() throws Exception {
    Peer.Script dies =
        line -> {
          line.head();
          line.send(OK);
          line.head();
        };
    try (Peer peer = peer(dies, always(OK));
        HttpClient client = new HttpClient(transport(peer))) {
      text(client.send(HttpRequest.get("/a")));
      assertThat(text(client.send(HttpRequest.get("/b")))).isEqualTo("OK");
      assertThat(peer.accepted()).isEqualTo(2);
    }
  }

  @Test
  default void getThatDiesOnANewConnectionIsNotRepeated() throws Exception {
    try (Peer peer = peer(Peer.Line::head);
        HttpClient client = new HttpClient(transport(peer))) {
      assertThatThrownBy(() -> client.send(HttpRequest.get("/a")))
          .isInstanceOf(ConnectionException.class);
      assertThat(peer.accepted()).isEqualTo(1);
    }
  }

  @Test
  default void getThatDiesWithinItsAnswerIsNotRepeated() throws Exception {
    Peer.Script dies =
        line -> {
          line.head();
          line.send(OK);
          line.head();
          line.send("HTTP/1.1 2");
        };
    try (Peer peer = peer(dies, always(OK));
        HttpClient client = new HttpClient(transport(peer))) {
      text(client.send(HttpRequest.get("/a")));
      assertThatThrownBy(() -> client.send(HttpRequest.get("/b")))
          .isInstanceOf(ConnectionException.class);
      assertThat(peer.accepted()).isEqualTo(1);
    }
  }

  @Test
  default void connectionClosedWhileIdleIsReplaced() throws Exception {
    Peer.Script leaves =
        line -> {
          line.head();
          line.send(OK);
        };
    try (Peer peer = peer(leaves, always(OK));
        HttpClient client = new HttpClient(transport(peer))) {
      text(client.send(HttpRequest.get("/a")));
      Thread.sleep(50);
      assertThat(text(client.send(HttpRequest.post("/b")))).isEqualTo("OK");
      assertThat(peer.accepted()).isEqualTo(2);
    }
  }

  @Test
  default void answersReadToTheEndShareAConnection() throws Exception {
    try (Peer peer = peer(always(OK));
        HttpClient client = new HttpClient(transport(peer))) {
      for (int i = 0; i < 10; i++) {
        assertThat(text(client.send(HttpRequest.of(i % 2 == 0 ? "GET" : "POST", "/" + i))))
            .isEqualTo("OK");
      }
      assertThat(peer.accepted()).isEqualTo(1);
    }
  }

  @Test
  default void shortRestIsReadOnCloseToKeepTheConnection() throws Exception {
    try (Peer peer =
            peer(
                always(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n"));
        HttpClient client = new HttpClient(transport(peer))) {
      for (int i = 0; i < 5; i++) {
        client.send(HttpRequest.get("/a")).close();
      }
      assertThat(peer.accepted()).isEqualTo(1);
    }
  }

  @Test
  default void longRestIsNotReadOnClose() throws Exception {
    try (Peer peer =
            peer(
                always(
                    "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n" + "x".repeat(9000)));
        HttpClient client = new HttpClient(transport(peer))) {
      client.send(HttpRequest.get("/a")).close();
      client.send(HttpRequest.get("/a")).close();
      assertThat(peer.accepted()).isEqualTo(2);
    }
  }

  @Test
  default void closingAnswerIsTheLastOfItsConnection() throws Exception {
    try (Peer peer =
            peer(always("HTTP/1.1 200 OK\r\nConnection: Close\r\nContent-Length: 0\r\n\r\n"));
        HttpClient client = new HttpClient(transport(peer))) {
      text(client.send(HttpRequest.get("/a")));
      text(client.send(HttpRequest.get("/a")));
      assertThat(peer.accepted()).isEqualTo(2);
    }
  }

  @Test
  default void streamHasAConnectionOfItsOwn() throws Exception {
    try (Peer peer = peer(always(OK));
        HttpClient client = new HttpClient(transport(peer))) {
      text(client.send(HttpRequest.get("/a")));
      text(client.send(HttpRequest.get("/logs").with(Link.OWN)));
      text(client.send(HttpRequest.get("/b")));
      assertThat(peer.accepted()).isEqualTo(2);
    }
  }

  @Test
  default void manyCallsAtOnceAllGetTheirOwnAnswer() throws Exception {
    Peer.Script echo =
        line -> {
          while (true) {
            String path = line.target();
            line.pause(5);
            line.send("HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path);
          }
        };
    try (Peer peer = peer(echo);
        HttpClient client = new HttpClient(transport(peer))) {
      ExecutorService threads = Executors.newFixedThreadPool(64);
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 256; i++) {
        HttpRequest request = HttpRequest.get("/" + i);
        answers.add(threads.submit(() -> text(client.send(request))));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get(20, TimeUnit.SECONDS)).isEqualTo("/" + i);
      }
      threads.shutdownNow();
      assertThat(peer.accepted()).isLessThanOrEqualTo(256);
    }
  }
}
