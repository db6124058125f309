package dev.gantry.http;

import static dev.gantry.http.ExchangeContract.once;
import static dev.gantry.http.ExchangeContract.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.transport.ConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers are read, and which of them are none. */
interface AnswerContract extends ExchangeContract {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Len",
        "HTTP/1.1 200 OK\r\nContent-Length: 1",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 20"
      })
  default void halfAHeadIsALostConnection(String head) throws Exception {
    talk(
        once(head),
        client ->
            assertThatThrownBy(() -> client.send(HttpRequest.get("/info?token=secret")))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("GET /info on ")
                .hasMessageContaining("lost within the head of the answer")
                .hasMessageNotContaining("secret"));
  }

  @Test
  default void closeWithoutAnswerSaysSo() throws Exception {
    talk(
        once(),
        client ->
            assertThatThrownBy(() -> client.send(HttpRequest.post("/x")))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("closed without an answer"));
  }

  @Test
  default void otherProtocolIsShown() throws Exception {
    talk(
        once("SSH-2.0-OpenSSH_9.2\r\n"),
        client ->
            assertThatThrownBy(() -> client.send(HttpRequest.get("/info")))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("not HTTP; it begins with 'SSH-2.0-OpenSSH_9.2..'"));
  }

  @Test
  default void answerOfATlsPortIsRecognised() throws Exception {
    String[] answers = {
      "\u0015\u0003\u0001\u0000\u0002\u0002F",
      "HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n"
    };
    for (String answer : answers) {
      talk(
          once(answer),
          client ->
              assertThatThrownBy(() -> client.send(HttpRequest.get("/info")))
                  .isInstanceOf(ConnectionException.class)
                  .hasMessageContaining("speaks TLS"));
    }
  }

  @Test
  default void bareRefusalIsReadWhole() throws Exception {
    talk(
        once("HTTP/1.0 400 Bad Request\r\n\r\n", "Client sent", " something else."),
        client ->
            assertThat(text(client.send(HttpRequest.get("/info"))))
                .isEqualTo("Client sent something else."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 abc OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n"
      })
  default void headThatBreaksTheRulesIsRefused(String head) throws Exception {
    talk(
        once(head),
        client ->
            assertThatThrownBy(() -> client.send(HttpRequest.get("/info")))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("not proper HTTP"));
  }

  @Test
  default void tooLongHeaderIsRefused() throws Exception {
    talk(
        once("HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000) + "\r\n\r\n"),
        client ->
            assertThatThrownBy(() -> client.send(HttpRequest.get("/info")))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("Maximum line length"));
  }

  @Test
  default void twoHundredHeadersAreTheMost() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + "X: y\r\n".repeat(199);
    talk(
        once(head + "\r\n"),
        client -> assertThat(client.send(HttpRequest.get("/")).status()).isEqualTo(200));
    talk(
        once(head + "X: y\r\n\r\n"),
        client ->
            assertThatThrownBy(() -> client.send(HttpRequest.get("/")))
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("Maximum header count"));
  }

  @Test
  default void statusAndHeadersAndBodyAreRead() throws Exception {
    talk(
        once(
            "HTTP/1.1 404 Not",
            " Found\r\nApi-Version: 1.41\r",
            "\nContent-Length: 4\r\n\r\nno",
            "pe"),
        client -> {
          HttpResponse response = client.send(HttpRequest.get("/x"));
          assertThat(response.status()).isEqualTo(404);
          assertThat(response.reason()).isEqualTo("Not Found");
          assertThat(response.headers().first("api-version")).contains("1.41");
          assertThat(text(response)).isEqualTo("nope");
        });
  }

  @Test
  default void chunksAreJoined() throws Exception {
    talk(
        once(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
            "c\r\n2;x=y\r\nde\r\n0\r\nT: 1\r\n\r\n"),
        client -> assertThat(text(client.send(HttpRequest.get("/x")))).isEqualTo("abcde"));
  }

  @Test
  default void bodyWithoutLengthEndsWithTheConnection() throws Exception {
    talk(
        once("HTTP/1.0 200 OK\r\n\r\n", "all of it"),
        client -> assertThat(text(client.send(HttpRequest.get("/x")))).isEqualTo("all of it"));
  }

  @Test
  default void interimAnswersArePassedOver() throws Exception {
    talk(
        once("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n", OK),
        client -> assertThat(text(client.send(HttpRequest.get("/x")))).isEqualTo("OK"));
  }

  @Test
  default void answersWithoutBodyEndWithTheirHead() throws Exception {
    for (String head :
        new String[] {"204 No Content\r\n", "304 Not Modified\r\nContent-Length: 9\r\n"}) {
      talk(
          ExchangeContract.always("HTTP/1.1 " + head + "\r\n"),
          client -> assertThat(text(client.send(HttpRequest.post("/x")))).isEmpty());
    }
    talk(
        ExchangeContract.always("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"),
        client -> assertThat(text(client.send(HttpRequest.of("HEAD", "/x")))).isEmpty());
  }

  @Test
  default void bodyBytesStopAtTheCap() throws Exception {
    talk(
        once("HTTP/1.1 500 Oops\r\nContent-Length: 10\r\n\r\n0123456789"),
        client -> {
          try (HttpResponse response = client.send(HttpRequest.get("/x"))) {
            assertThat(response.bodyBytes(4)).hasSize(4);
          }
        });
  }
}
