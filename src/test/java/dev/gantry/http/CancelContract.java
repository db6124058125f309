package dev.gantry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.http.HttpRequest.Link;
import dev.gantry.testing.Peer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whatever blocks can be ended from another thread, and says that it was. */
interface CancelContract extends ExchangeContract {
  HttpRequest LOGS = HttpRequest.get("/logs").with(Timeouts.longPoll()).with(Link.OWN);

  /** A stream that begins and then says nothing. */
  static Peer.Script quiet(String head) {
    return line -> {
      line.head();
      line.send(head + "abc").pause(20_000);
    };
  }

  /** Runs an action in a moment, in another thread. */
  static Thread soon(Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(150);
                action.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    return thread;
  }

  /** Checks that a blocked call ends as cancelled soon after another thread asked for it. */
  static void endsAsCancelled(Runnable cancel, Runnable blocked) throws InterruptedException {
    long start = System.nanoTime();
    Thread canceller = soon(cancel);
    assertThatThrownBy(blocked::run)
        .isInstanceOfSatisfying(StreamException.class, e -> assertThat(e.cancelled()).isTrue());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(650));
    canceller.join();
  }

  @Test
  default void closeEndsABlockedReadOfABodyAsCancelled() throws Exception {
    String[] heads = {
      "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n",
      "HTTP/1.0 200 OK\r\n\r\n"
    };
    for (String head : heads) {
      talk(
          quiet(head),
          client -> {
            HttpResponse response = client.send(LOGS);
            assertThat(response.bodyBytes(3)).asString().isEqualTo("abc");
            endsAsCancelled(response::close, () -> response.bodyBytes(1));
            assertThatThrownBy(() -> response.body().read())
                .isInstanceOfSatisfying(
                    StreamException.class, e -> assertThat(e.cancelled()).isTrue());
          });
    }
  }

  @Test
  default void interruptEndsABlockedReadAsCancelled() throws Exception {
    talk(
        quiet("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"),
        client -> {
          try (HttpResponse response = client.send(LOGS)) {
            Thread reader = Thread.currentThread();
            endsAsCancelled(reader::interrupt, () -> response.bodyBytes(9));
            assertThat(Thread.interrupted()).isTrue();
          }
        });
  }

  @Test
  default void interruptEndsABodyThatKeepsComingAsCancelled() throws Exception {
    talk(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabcdefghi").pause(20_000);
        },
        client -> {
          try (HttpResponse response = client.send(LOGS)) {
            assertThat(response.bodyBytes(3)).asString().isEqualTo("abc");
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> response.bodyBytes(3))
                .isInstanceOfSatisfying(
                    StreamException.class, e -> assertThat(e.cancelled()).isTrue())
                .hasMessageContaining("was cancelled after 3 bytes");
            assertThat(Thread.interrupted()).isTrue();
          }
        });
  }

  @Test
  default void interruptEndsAnUploadThatGoesOnAsCancelled() throws Exception {
    talk(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").rest();
        },
        client -> {
          Body body =
              Body.stream(
                  out -> {
                    out.write(new byte[9]);
                    Thread.currentThread().interrupt();
                    out.write(new byte[9]);
                  });
          assertThatThrownBy(() -> client.send(HttpRequest.post("/load").with(body)))
              .isInstanceOfSatisfying(
                  StreamException.class, e -> assertThat(e.cancelled()).isTrue())
              .hasMessageContaining("was cancelled after 9 bytes");
          assertThat(Thread.interrupted()).isTrue();
        });
  }

  @Test
  default void callThatBeginsAfterAnInterruptIsReadToItsEnd() throws Exception {
    talk(
        line -> {
          line.head();
          line.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc");
        },
        client -> {
          Thread.currentThread().interrupt();
          try (HttpResponse response = client.send(HttpRequest.get("/info"))) {
            assertThat(response.bodyBytes(9)).asString().isEqualTo("abc");
          } finally {
            assertThat(Thread.interrupted()).isTrue();
          }
        });
  }

  /** An interrupt that comes just before the wait for something to happen is meant for it. */
  @Test
  default void waitThatBeginsAfterAnInterruptIsCancelled() throws Exception {
    talk(
        line -> {
          line.head();
          line.pause(20_000);
        },
        client -> {
          Thread.currentThread().interrupt();
          assertThatThrownBy(() -> client.send(LOGS).close())
              .isInstanceOfSatisfying(
                  StreamException.class, e -> assertThat(e.cancelled()).isTrue());
          assertThat(Thread.interrupted()).isTrue();
        });
  }

  @Test
  default void interruptEndsTheWaitForAnAnswerAsCancelled() throws Exception {
    talk(
        line -> {
          line.head();
          line.pause(20_000);
        },
        client -> {
          Thread waiting = Thread.currentThread();
          endsAsCancelled(waiting::interrupt, () -> client.send(LOGS).close());
          assertThat(Thread.interrupted()).isTrue();
        });
  }

  @Test
  default void closeEndsABlockedReadOfARawConnectionAsCancelled() throws Exception {
    talk(
        quiet("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n"),
        client -> {
          UpgradedConnection raw =
              client.send(HttpRequest.post("/attach").with(Link.UPGRADE)).upgraded().orElseThrow();
          assertThat(raw.in().readNBytes(3)).asString().isEqualTo("abc");
          endsAsCancelled(
              raw::close,
              () -> {
                try {
                  raw.in().read();
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
        });
  }

  @Test
  default void interruptEndsABlockedReadOfARawConnectionAsCancelled() throws Exception {
    talk(
        quiet("HTTP/1.1 101 UPGRADED\r\n\r\n"),
        client -> {
          UpgradedConnection raw =
              client.send(HttpRequest.post("/attach").with(Link.UPGRADE)).upgraded().orElseThrow();
          Thread reader = Thread.currentThread();
          endsAsCancelled(reader::interrupt, () -> readAll(raw));
          assertThat(Thread.interrupted()).isTrue();
        });
  }

  private static void readAll(UpgradedConnection raw) {
    try {
      raw.in().readAllBytes();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  default void closeEndsABlockedWriteOfARawConnectionAsCancelled() throws Exception {
    talk(
        quiet("HTTP/1.1 101 UPGRADED\r\n\r\n"),
        client -> {
          UpgradedConnection raw =
              client.send(HttpRequest.post("/attach").with(Link.UPGRADE)).upgraded().orElseThrow();
          endsAsCancelled(
              raw::close,
              () -> {
                try {
                  while (true) {
                    raw.out().write(new byte[65_536]);
                  }
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
        });
  }
}
