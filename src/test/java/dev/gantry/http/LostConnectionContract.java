package dev.gantry.http;

import static dev.gantry.http.ExchangeContract.once;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.testing.Peer;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.InputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lost connection never looks like the end of a body. */
interface LostConnectionContract extends ExchangeContract {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 9\r\n\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n9\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n"
      })
  default void shortBodyThrowsOnEveryRead(String answer) throws Exception {
    talk(
        once("HTTP/1.1 200 OK\r\n" + answer),
        client -> {
          try (HttpResponse response = client.send(HttpRequest.get("/logs"))) {
            InputStream body = response.body();
            assertThat(body.readNBytes(3)).asString().isEqualTo("abc");
            for (int i = 0; i < 2; i++) {
              assertThatThrownBy(body::read)
                  .isInstanceOfSatisfying(
                      StreamException.class, e -> assertThat(e.cancelled()).isFalse())
                  .hasMessageContaining("GET /logs on ")
                  .hasMessageContaining("lost the connection after 3 bytes");
            }
          }
        });
  }

  @Test
  default void resetWithinABodyWithoutLengthThrows() throws Exception {
    try (Peer peer =
        peer(
            line -> {
              line.head();
              line.send("HTTP/1.0 200 OK\r\n\r\nabc").pause(100);
              line.reset();
            })) {
      // A unix socket knows no RST: there an end is always orderly.
      Assumptions.assumeTrue(peer.host().scheme() == Scheme.TCP, "RST is a thing of TCP");
      try (HttpClient client = new HttpClient(transport(peer));
          HttpResponse response = client.send(HttpRequest.get("/logs"))) {
        assertThatThrownBy(() -> response.bodyBytes(100)).isInstanceOf(StreamException.class);
      }
    }
  }
}
