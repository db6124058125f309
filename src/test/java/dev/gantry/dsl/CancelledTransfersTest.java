package dev.gantry.dsl;

import static dev.gantry.testing.Reply.json;
import static dev.gantry.testing.Reply.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gantry.http.StreamException;
import dev.gantry.script.ScriptException;
import dev.gantry.testing.Reply;
import dev.gantry.testing.ScriptedEngine;
import dev.gantry.transport.DockerHost.Scheme;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An interrupt ends whatever is transferred, in either direction, whether the engine goes on or
 * says nothing more; and its connection is closed.
 */
@Timeout(120)
class CancelledTransfersTest {
  private static final String BEGUN = "{\"stream\":\"begun\",\"status\":\"begun\"}\n";
  private static final Reply IMAGE =
      json(200, "{\"Id\":\"sha256:0a\",\"RepoTags\":[\"r.example/a:1\"]}");
  private static final Reply CONTAINER = json(200, "{\"Id\":\"0a\",\"Name\":\"/web\"}");

  private static Reply stalling() {
    return reply(200).header("Content-Type", "application/json").chunk(BEGUN).whenInputEnds();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST /build | docker.images.build(dockerfile: 'FROM a', buildkit: false) { told() }",
        "POST /images/create | docker.images.pull('r.example/a:1') { told() }",
        "POST /images/r.example/a/push | docker.images.push('r.example/a:1') { told() }",
        "GET /images/get | docker.images.save(['r.example/a:1'], { read(it) })",
        "GET /containers/0a/export | docker.containers['web'].export { read(it) }",
        "POST /images/load | told(); docker.images.load(new byte[10])",
        "POST /images/load | docker.images.load(endless)",
        "POST /images/create | docker.images.importImage(endless)",
        "POST /build | docker.images.build(endless, buildkit: false)",
      })
  void interruptEndsTheTransferAndItsConnection(String call, String script) throws Exception {
    try (ScriptedEngine engine = ScriptedEngine.on(Scheme.UNIX)) {
      engine
          .answer("GET /images/r.example/a:1/json", IMAGE)
          .answer("GET /containers/web/json", CONTAINER)
          .answer(call, stalling());

      assertThat(interrupted(engine, script))
          .isInstanceOf(ScriptException.class)
          .rootCause()
          .matches(CancelledTransfersTest::isCancelled, "cancelled");

      while (engine.left() < engine.accepted()) {
        Thread.sleep(10);
      }
    }
  }

  /** Within a closure Groovy's own check can come first. */
  private static boolean isCancelled(Throwable end) {
    return end instanceof InterruptedException
        || (end instanceof StreamException stream && stream.cancelled());
  }

  /** What a script ends with when it is interrupted once it has begun. */
  private static Throwable interrupted(ScriptedEngine engine, String script) throws Exception {
    CountDownLatch ready = new CountDownLatch(1);
    Map<String, Object> names = Map.of("ready", ready, "endless", endless(ready));
    String all =
        """
        told = { ready.countDown() }
        read = { it.read(); told(); it.readAllBytes() }
        """
            + script;
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> failure.set(catchThrowable(() -> DslScript.at(engine.host(), names, all))));
    thread.start();
    assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
    // One that comes before the call is not meant for it.
    while (thread.isAlive()) {
      thread.interrupt();
      thread.join(500);
    }
    return Objects.requireNonNull(failure.get(), "it was not interrupted");
  }

  private static InputStream endless(CountDownLatch ready) {
    return new InputStream() {
      private int count;

      @Override
      public int read() {
        return 0;
      }

      @Override
      public int read(byte[] into, int from, int atMost) {
        if (count++ > 10) {
          ready.countDown();
        }
        return atMost;
      }
    };
  }
}
