package dev.gantry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.http.HttpRequest.Link;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection is taken over. */
interface UpgradeContract extends ExchangeContract {
  String SWITCH = "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n";
  HttpRequest ATTACH =
      HttpRequest.post("/containers/x/attach").with(Timeouts.longPoll()).with(Link.UPGRADE);

  @Test
  default void refusedUpgradeIsAPlainAnswer() throws Exception {
    talk(
        ExchangeContract.once("HTTP/1.1 409 Conflict\r\nContent-Length: 3\r\n\r\nno!"),
        client -> {
          HttpResponse response = client.send(ATTACH);
          assertThat(response.upgraded()).isEmpty();
          assertThat(ExchangeContract.text(response)).isEqualTo("no!");
        });
  }

  @Test
  default void requestAsksForTheUpgrade() throws Exception {
    CompletableFuture<String> head = new CompletableFuture<>();
    talk(
        line -> {
          head.complete(line.head());
          line.send(SWITCH);
        },
        client -> {
          client.send(ATTACH).close();
          assertThat(head.get(5, TimeUnit.SECONDS))
              .contains("Connection: Upgrade\r\n")
              .contains("Upgrade: tcp\r\n");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SWITCH,
        "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n"
      })
  default void dataRightBehindTheAnswerIsNotLost(String answer) throws Exception {
    talk(
        ExchangeContract.once(answer + "at once", ", then", " more"),
        client -> {
          try (HttpResponse response = client.send(ATTACH)) {
            UpgradedConnection raw = response.upgraded().orElseThrow();
            assertThat(raw.in().readAllBytes()).asString().isEqualTo("at once, then more");
          }
        });
  }

  @Test
  default void endRightBehindTheAnswerIsAnEnd() throws Exception {
    talk(
        ExchangeContract.once(SWITCH),
        client -> {
          try (HttpResponse response = client.send(ATTACH)) {
            assertThat(response.upgraded().orElseThrow().in().read()).isEqualTo(-1);
          }
        });
  }

  @Test
  default void halfCloseEndsTheOutputOnly() throws Exception {
    talk(
        line -> {
          line.head();
          line.send(SWITCH);
          line.send("got " + line.rest());
        },
        client -> {
          try (HttpResponse response = client.send(ATTACH)) {
            UpgradedConnection raw = response.upgraded().orElseThrow();
            raw.out().write("stdin".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            raw.shutdownOutput();
            assertThat(raw.in().readAllBytes()).asString().isEqualTo("got stdin");
          }
        });
  }

  @Test
  default void slowReaderGetsAllWhileTheInputIsRead() throws Exception {
    int big = 4 * 1024 * 1024;
    talk(
        line -> {
          line.head();
          line.send(SWITCH).pause(900).text(big);
          line.send("done");
        },
        client -> {
          try (HttpResponse response = client.send(ATTACH)) {
            UpgradedConnection raw = response.upgraded().orElseThrow();
            CompletableFuture<byte[]> reader =
                CompletableFuture.supplyAsync(
                    () -> {
                      try {
                        return raw.in().readNBytes(4);
                      } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                      }
                    });
            raw.out().write(new byte[big]);
            assertThat(reader.get(10, TimeUnit.SECONDS)).asString().isEqualTo("done");
          }
        });
  }

  @Test
  default void endOfTheInputLeavesTheOutputOpen() throws Exception {
    CompletableFuture<String> got = new CompletableFuture<>();
    talk(
        line -> {
          line.head();
          line.send(SWITCH).halfClose();
          got.complete(line.rest());
        },
        client -> {
          try (HttpResponse response = client.send(ATTACH)) {
            UpgradedConnection raw = response.upgraded().orElseThrow();
            assertThat(raw.in().read()).isEqualTo(-1);
            raw.out().write("late".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            raw.shutdownOutput();
            assertThat(got.get(5, TimeUnit.SECONDS)).isEqualTo("late");
          }
        });
  }

  @Test
  default void writeToALeftConnectionThrows() throws Exception {
    talk(
        ExchangeContract.once(SWITCH),
        client -> {
          try (HttpResponse response = client.send(ATTACH)) {
            UpgradedConnection raw = response.upgraded().orElseThrow();
            raw.in().readAllBytes();
            assertThatThrownBy(
                    () -> {
                      for (int i = 0; i < 100; i++) {
                        raw.out().write(new byte[1000]);
                        Thread.sleep(10);
                      }
                    })
                .isInstanceOfSatisfying(
                    StreamException.class, e -> assertThat(e.cancelled()).isFalse());
          }
        });
  }
}
