package dev.gantry.http;

import static dev.gantry.http.ExchangeContract.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.testing.Peer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How bodies are sent. */
interface UploadContract extends ExchangeContract {
  int BIG = 10 * 1024 * 1024;

  private static Body big(long length) {
    byte[] piece = new byte[8192];
    return Body.stream(
        length,
        out -> {
          for (int i = 0; i < BIG / piece.length; i++) {
            out.write(piece);
          }
        });
  }

  @Test
  default void bodyThatCannotBeProducedNeverLooksComplete() throws Exception {
    CompletableFuture<String> got = new CompletableFuture<>();
    Body broken =
        Body.stream(
            out -> {
              out.write(new byte[20_000]);
              throw new IOException("disk on fire");
            });
    talk(
        line -> {
          line.head();
          got.complete(line.rest());
        },
        client -> {
          assertThatThrownBy(() -> client.send(HttpRequest.post("/load").with(broken)))
              .isInstanceOf(StreamException.class)
              .hasMessageContaining("POST /load on ")
              .hasMessageContaining("disk on fire");
          assertThat(got.get(5, TimeUnit.SECONDS)).doesNotContain("\r\n0\r\n");
        });
  }

  @Test
  default void bodyOfWrongLengthIsRefused() throws Exception {
    for (long announced : new long[] {3, 5}) {
      talk(
          line -> line.rest(),
          client -> {
            Body body = Body.stream(announced, out -> out.write(new byte[4]));
            assertThatThrownBy(() -> client.send(HttpRequest.post("/load").with(body)))
                .isInstanceOf(StreamException.class)
                .hasMessageContaining("announced");
          });
    }
  }

  @Test
  default void knownLengthIsAnnounced() throws Exception {
    talk(
        line -> {
          assertThat(line.head())
              .contains("Content-Length: 4\r\n")
              .contains("Content-Type: a/b\r\n");
          assertThat(line.text(4)).isEqualTo("body");
          line.send(OK);
        },
        client ->
            assertThat(text(client.send(HttpRequest.post("/x").body("a/b", Body.of("body")))))
                .isEqualTo("OK"));
  }

  @Test
  default void unknownLengthIsSentInChunks() throws Exception {
    talk(
        line -> {
          assertThat(line.head()).contains("Transfer-Encoding: chunked\r\n");
          assertThat(line.text(14)).isEqualTo("4\r\nbody\r\n0\r\n\r\n");
          line.send(OK);
        },
        client -> {
          Body body =
              Body.stream(
                  out -> out.write("body".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
          assertThat(text(client.send(HttpRequest.post("/x").with(body)))).isEqualTo("OK");
        });
  }

  @Test
  default void missingBodyOfAPostIsAnnounced() throws Exception {
    talk(
        line -> {
          assertThat(line.head()).contains("Content-Length: 0\r\n");
          line.send(OK);
        },
        client -> assertThat(text(client.send(HttpRequest.post("/x")))).isEqualTo("OK"));
  }

  @Test
  default void bigBodyIsStreamed() throws Exception {
    talk(
        line -> {
          line.head();
          for (int i = 0; i < 1024; i++) {
            assertThat(line.text(BIG / 1024)).hasSize(BIG / 1024);
          }
          line.send(OK);
        },
        client ->
            assertThat(text(client.send(HttpRequest.post("/load").with(big(BIG)))))
                .isEqualTo("OK"));
  }

  /** Go's server waits so long before it closes (net/http/server.go, rstAvoidanceDelay). */
  @Test
  default void earlyRefusalOfADaemonThatClosesIsRead() throws Exception {
    refused(line -> line.pause(500));
  }

  @Test
  default void earlyRefusalOfADaemonThatStopsReadingIsRead() throws Exception {
    refused(line -> line.pause(5000));
  }

  @Test
  default void earlyRefusalOfADaemonThatReadsOnIsRead() throws Exception {
    refused(Peer.Line::rest);
  }

  @Test
  default void earlyWelcomeDoesNotStopTheBody() throws Exception {
    talk(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nreading").pause(300);
          line.text(BIG);
          line.send("!");
        },
        client ->
            assertThat(text(client.send(HttpRequest.post("/load").with(big(BIG)))))
                .isEqualTo("reading!"));
  }

  private void refused(Peer.Script after) throws Exception {
    Peer.Script refuses =
        line -> {
          line.head();
          line.text(1000);
          line.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 6\r\n\r\nbroken").pause(50);
          after.play(line);
        };
    for (long length : new long[] {-1, BIG}) {
      talk(
          refuses,
          client -> {
            HttpResponse response =
                client.send(HttpRequest.post("/load").with(big(length)).with(Timeouts.transfer()));
            assertThat(response.status()).isEqualTo(400);
            assertThat(text(response)).isEqualTo("broken");
          });
    }
  }

  /** Time-outs for reading that are left from the call before must not end a slow write. */
  @Test
  default void slowDaemonOnAReusedConnectionGetsItAll() throws Exception {
    talk(
        line -> {
          line.head();
          line.send(OK);
          line.head();
          line.pause(900).text(BIG);
          line.send(OK);
        },
        client -> {
          assertThat(text(client.send(HttpRequest.get("/a")))).isEqualTo("OK");
          assertThat(text(client.send(HttpRequest.post("/load").with(big(BIG))))).isEqualTo("OK");
        });
  }

  @Test
  default void bigAnswerIsStreamed() throws Exception {
    talk(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          for (int i = 0; i < BIG / 4096; i++) {
            line.send("1000\r\n" + "x".repeat(4096) + "\r\n");
          }
          line.send("0\r\n\r\n");
        },
        client -> {
          try (HttpResponse response = client.send(HttpRequest.get("/save"))) {
            long count = 0;
            byte[] piece = new byte[8192];
            for (int n = response.body().read(piece); n >= 0; n = response.body().read(piece)) {
              count += n;
            }
            assertThat(count).isEqualTo(BIG);
          }
        });
  }
}
