package dev.gantry.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.transport.Transport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds over every kind of connection. */
@Timeout(30)
interface ExchangeContract {
  Peer peer(Peer.Script... scripts) throws IOException;

  @Test
  default void getReadsTheBody() throws IOException {
    try (Peer peer =
            peer(
                line -> {
                  line.head();
                  line.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK");
                });
        HttpClient client = new HttpClient(Transport.to(peer.host()));
        HttpResponse response = client.send(HttpRequest.get("/_ping"))) {
      assertThat(response.status()).isEqualTo(200);
      assertThat(new String(response.bodyBytes(10), UTF_8)).isEqualTo("OK");
    }
  }
}
