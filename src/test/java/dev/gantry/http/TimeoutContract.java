package dev.gantry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.testing.Peer;
import dev.gantry.transport.ConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each limit ends what it is for, and only that. */
interface TimeoutContract extends ExchangeContract {
  Duration LIMIT = Duration.ofMillis(150);

  @Test
  default void silentDaemonRunsIntoTheHeadersTimeout() throws Exception {
    talk(
        line -> {
          line.head();
          line.pause(3000);
        },
        client ->
            assertThatThrownBy(
                    () -> client.send(HttpRequest.get("/info").with(SHORT.withHeaders(LIMIT))))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("GET /info on ")
                .hasMessageContaining("was not answered within 150 ms (headers time-out)"));
  }

  @Test
  default void tricklingHeadRunsIntoTheHeadersTimeout() throws Exception {
    long start = System.nanoTime();
    talk(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nX: ");
          for (int i = 0; i < 60; i++) {
            line.send("x").pause(50);
          }
        },
        client ->
            assertThatThrownBy(
                    () -> client.send(HttpRequest.get("/info").with(SHORT.withHeaders(LIMIT))))
                .hasMessageContaining("headers time-out"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  default void bodyThatStandsStillRunsIntoTheIdleTimeout() throws Exception {
    talk(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc").pause(3000);
        },
        client -> {
          try (HttpResponse response =
              client.send(HttpRequest.get("/save").with(SHORT.withIdle(LIMIT)))) {
            assertThatThrownBy(() -> response.bodyBytes(9))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("stood still for 150 ms (idle time-out)");
          }
        });
  }

  @Test
  default void slowButSteadyBodyIsReadToItsEnd() throws Exception {
    talk(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n");
          for (int i = 0; i < 6; i++) {
            line.send("x").pause(100);
          }
        },
        client -> {
          HttpRequest request = HttpRequest.get("/save").with(SHORT.withIdle(LIMIT.plus(LIMIT)));
          assertThat(ExchangeContract.text(client.send(request))).hasSize(6);
        });
  }

  @Test
  default void steadyBodyRunsIntoTheTotalTimeout() throws Exception {
    talk(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
          for (int i = 0; i < 100; i++) {
            line.send("x").pause(20);
          }
        },
        client -> {
          // Connecting counts as well.
          HttpRequest request =
              HttpRequest.get("/save").with(SHORT.withTotal(Duration.ofSeconds(1)));
          try (HttpResponse response = client.send(request)) {
            assertThatThrownBy(() -> response.bodyBytes(100))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("was not finished within 1 s (total time-out)");
          }
        });
  }

  @Test
  default void longPollWaits() throws Exception {
    talk(
        line -> {
          line.head();
          line.pause(700)
              .send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")
              .pause(700)
              .send("OK");
        },
        client ->
            assertThat(
                    ExchangeContract.text(
                        client.send(HttpRequest.post("/wait").with(Timeouts.longPoll()))))
                .isEqualTo("OK"));
  }

  @Test
  default void daemonThatDoesNotReadRunsIntoTheIdleTimeout() throws Exception {
    talk(
        line -> line.pause(5000),
        client -> {
          Body endless =
              Body.stream(
                  out -> {
                    while (true) {
                      out.write(new byte[8192]);
                    }
                  });
          assertThatThrownBy(
                  () ->
                      client.send(
                          HttpRequest.post("/load").with(endless).with(SHORT.withIdle(LIMIT))))
              .isInstanceOf(ConnectionException.class)
              .hasMessageContaining("idle time-out");
        });
  }

  @Test
  default void timeoutOnAReusedConnectionIsNotTriedAgain() throws Exception {
    Peer.Script hangs =
        line -> {
          line.head();
          line.send(OK);
          line.pause(3000);
        };
    try (Peer peer = peer(hangs);
        HttpClient client = new HttpClient(transport(peer))) {
      ExchangeContract.text(client.send(HttpRequest.get("/a")));
      assertThatThrownBy(() -> client.send(HttpRequest.get("/b").with(SHORT.withHeaders(LIMIT))))
          .hasMessageContaining("headers time-out");
      assertThat(peer.accepted()).isEqualTo(1);
    }
  }
}
